package centrasage.reconcile.mapping;

import centrasage.flow.Owner;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Place;
import java.util.function.Consumer;

/** What no row gives, for the company as a whole. */
final class CoverageRules {
    private final MappingSituation situation;
    private final Consumer<CheckFinding> found;

    CoverageRules(MappingSituation situation, Consumer<CheckFinding> found) {
        this.situation = situation;
        this.found = found;
    }

    /** Without these no order at all can be posted today. */
    void run() {
        String company = situation.site().company();
        InForce today = situation.mappings().on(situation.today());
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
}
