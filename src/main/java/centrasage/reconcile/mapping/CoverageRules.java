package centrasage.reconcile.mapping;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.mapping.LineFinding;
import centrasage.mapping.Mapped;
import centrasage.mapping.RowChecks;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Grade;
import centrasage.reconcile.finding.Place;
import java.util.function.Consumer;

/** What no row gives, for the company as a whole and for the orders that came; and what is odd among the rows. */
final class CoverageRules {
    private final MappingSituation situation;
    private final Consumer<CheckFinding> found;

    CoverageRules(MappingSituation situation, Consumer<CheckFinding> found) {
        this.situation = situation;
        this.found = found;
    }

    void run() {
        whole();
        situation.unmapped().forEach(this::unmapped);
        new RowChecks(situation.mappings().mappings(), situation.today())
                .findings()
                .forEach(this::odd);
        situation
                .seedNotice()
                .ifPresent(notice -> found.accept(CheckFinding.of(
                        CheckCode.SEED_FOLDER,
                        Owner.FINANCE,
                        Place.of("mapping.seed"),
                        notice,
                        "Load the folder, or put it back as it was: docs/operations/change-a-mapping.md")));
    }

    /** Without these no order at all can be posted today. */
    private void whole() {
        String company = situation.site().company();
        InForce today = situation.mappings().mappings().on(situation.today());
        given(today.company(company), "companies.csv");
        given(today.warehouse(company), "warehouses.csv");
        situation.lines("accounts.csv").stream()
                .filter(line ->
                        line.holdsOn(situation.today()) && !line.get("currency").isEmpty())
                .map(line -> line.get("currency"))
                .distinct()
                .forEach(currency -> given(today.rounding(company, currency), "nominals.csv"));
        filled("accounts.csv", Owner.FINANCE);
        filled("vat.csv", Owner.FINANCE);
        filled("shipping.csv", Owner.OPERATIONS);
    }

    private void given(Mapped<?> answer, String file) {
        answer.match(value -> true, reason -> {
            incomplete(file, reason.owner(), reason.what(), reason.remedy());
            return false;
        });
    }

    private void filled(String file, Owner owner) {
        if (situation.lines(file).stream().noneMatch(line -> line.holdsOn(situation.today()))) {
            incomplete(
                    file,
                    owner,
                    "No row of " + file + " holds today for company "
                            + situation.site().company(),
                    "Add the rows, or correct their dates and company");
        }
    }

    private void incomplete(String file, Owner owner, String what, String remedy) {
        found.accept(CheckFinding.of(CheckCode.MAPPING_INCOMPLETE, owner, Place.of(file), what, remedy));
    }

    private void unmapped(Unmapped unmapped) {
        Reason reason = unmapped.reason();
        found.accept(CheckFinding.of(
                CheckCode.NOT_MAPPED, reason.owner(), Place.of(unmapped.file()), unmapped.what(), reason.remedy()));
    }

    private void odd(LineFinding finding) {
        CheckCode code = switch (finding.kind()) {
            case AMBIGUOUS -> CheckCode.MAPPING_AMBIGUOUS;
            case NEVER_CHOSEN -> CheckCode.NEVER_CHOSEN;
            case DATE_GAP -> CheckCode.DATE_GAP;
            case EXPIRED -> CheckCode.EXPIRED;
        };
        found.accept(new CheckFinding(
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
