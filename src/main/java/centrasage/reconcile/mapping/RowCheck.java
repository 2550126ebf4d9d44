package centrasage.reconcile.mapping;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.LineFinding;
import centrasage.mapping.Mappings;
import centrasage.mapping.RowChecks;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Checked;
import centrasage.reconcile.finding.Grade;
import centrasage.reconcile.finding.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What no row gives to the orders that came, and what is odd among the rows, whatever company they are for. Asks nobody. */
final class RowCheck {
    private final Mappings mappings;
    private final LocalDate today;
    private final List<CheckFinding> findings = new ArrayList<>();

    RowCheck(Mappings mappings, LocalDate today) {
        this.mappings = mappings;
        this.today = today;
    }

    /**
     * @param unmapped what held orders wait for
     * @param seedNotice what is to be said of the seed folder
     */
    Checked check(List<Unmapped> unmapped, Optional<String> seedNotice) {
        unmapped.forEach(this::unmapped);
        new RowChecks(mappings, today).findings().forEach(this::odd);
        seedNotice.ifPresent(notice -> findings.add(CheckFinding.of(
                CheckCode.SEED_FOLDER,
                Owner.FINANCE,
                Place.of("mapping.seed"),
                notice,
                "Load the folder, or put it back as it was: docs/operations/change-a-mapping.md")));
        return new Checked(findings, List.of());
    }

    private void unmapped(Unmapped unmapped) {
        Reason reason = unmapped.reason();
        findings.add(CheckFinding.of(
                CheckCode.NOT_MAPPED, reason.owner(), Place.of(unmapped.file()), unmapped.what(), reason.remedy()));
    }

    private void odd(LineFinding finding) {
        CheckCode code = switch (finding.kind()) {
            case AMBIGUOUS -> CheckCode.MAPPING_AMBIGUOUS;
            case NEVER_CHOSEN -> CheckCode.NEVER_CHOSEN;
            case DATE_GAP -> CheckCode.DATE_GAP;
            case EXPIRED -> CheckCode.EXPIRED;
        };
        findings.add(new CheckFinding(
                code,
                finding.holdsOrders() ? Grade.BLOCKER : passing(code),
                finding.line().owner(),
                Place.of(finding.line(), ""),
                finding.what(),
                finding.remedy()));
    }

    /** The grade of what is odd and holds nothing. */
    private static Grade passing(CheckCode code) {
        return code.grade() == Grade.BLOCKER ? Grade.WARNING : code.grade();
    }
}
