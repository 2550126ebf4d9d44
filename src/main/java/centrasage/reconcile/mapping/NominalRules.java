package centrasage.reconcile.mapping;

import static centrasage.flow.Owner.FINANCE;

import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Grade;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey.Facts;
import centrasage.sage200.SiteSurvey.Register;
import centrasage.sage200.SiteSurvey.Seen;
import java.util.Set;
import java.util.function.Consumer;

/** Whether the rows of {@code nominals.csv} name what is there, and the pennies go where there is no VAT. */
final class NominalRules {
    /** What credit notes are posted to: they bear the tax codes of their orders; and exchange differences, which bear none. */
    private static final Set<String> WITHOUT_TAX_CODE = Set.of("sales", "shipping", "return-cost", "fx");

    private final MappingSituation situation;
    private final Consumer<CheckFinding> found;

    NominalRules(MappingSituation situation, Consumer<CheckFinding> found) {
        this.situation = situation;
        this.found = found;
    }

    void run() {
        situation.lines("nominals.csv").forEach(line -> {
            boolean rounding = line.get("purpose").equals("rounding");
            if (rounding || line.get("purpose").equals("gift-card")) {
                charge(line);
            }
            if (!WITHOUT_TAX_CODE.contains(line.get("purpose"))) {
                taxCode(line, rounding);
            }
            nominal(line, rounding);
            if (rounding && situation.clearsPennies() && line.get("nominal").isEmpty()) {
                tell(
                        CheckCode.ROUNDING_NOMINAL,
                        Place.of(line, "nominal"),
                        "Pennies that stay open are to be cleared (open-items.residue), and the row for rounding names no nominal account",
                        "Name the nominal account; until then they are only listed");
            }
        });
    }

    /** What is booked on an order beside its sales has its detail for a charge. */
    private void charge(MappingLine line) {
        String charge = line.get("detail");
        if (!charge.isEmpty() && !situation.site().charges().containsKey(charge)) {
            tell(
                    CheckCode.NO_CHARGE_IN_SAGE,
                    Place.of(line, "detail"),
                    "Sage 200 has no additional charge " + charge + ", which is to carry the amounts of "
                            + line.get("purpose"),
                    "Create the charge in Sage 200, or correct nominals.csv");
        }
    }

    private void taxCode(MappingLine line, boolean rounding) {
        String code = line.get("tax_code");
        Place place = Place.of(line, "tax_code");
        if (code.isEmpty()) {
            tell(
                    rounding ? CheckCode.ROUNDING_TAX_CODE : CheckCode.NOMINAL_WITHOUT_TAX_CODE,
                    place,
                    "The row for " + line.get("purpose") + " names no tax code",
                    rounding
                            ? "Name a tax code with a rate of 0, best one that is off the VAT return"
                            : "Name the tax code, or Sage 200 takes the default of its own");
            return;
        }
        Site.TaxCode taxCode = situation.site().taxCodes().get(Integer.valueOf(code));
        if (taxCode == null) {
            tell(
                    CheckCode.NO_TAX_CODE_IN_SAGE,
                    place,
                    "Sage 200 has no tax code " + code,
                    "Create the tax code, or correct nominals.csv");
        } else if (rounding && taxCode.rate().signum() != 0) {
            tell(
                    CheckCode.ROUNDING_TAX_CODE,
                    place,
                    "The pennies of rounding would bear VAT: tax code " + code + " of Sage 200 is "
                            + taxCode.rate().stripTrailingZeros().toPlainString() + " %",
                    "Name a tax code with a rate of 0, best one that is off the VAT return");
        } else if (line.get("purpose").equals("goodwill") && taxCode.rate().signum() != 0) {
            tell(
                    CheckCode.GOODWILL_TAX_CODE,
                    place,
                    "What is given back without lessening a sale would bear VAT: tax code " + code + " of Sage 200 is "
                            + taxCode.rate().stripTrailingZeros().toPlainString() + " %",
                    "Name a tax code that is off the VAT return");
        }
    }

    /** Of a register that could not be read nothing is said here: the check says that it could not. */
    private void nominal(MappingLine line, boolean rounding) {
        String code = line.get("nominal");
        boolean known = code.isEmpty()
                || !(situation.survey().of(Register.NOMINALS) instanceof Seen seen)
                || seen.rows().stream().anyMatch(row -> isNominal(row, line));
        if (!known) {
            String parts = line.get("cost_centre") + "/" + line.get("department");
            found.accept(new CheckFinding(
                    CheckCode.NO_NOMINAL_IN_SAGE,
                    rounding ? Grade.BLOCKER : Grade.WARNING,
                    FINANCE,
                    Place.of(line, "nominal"),
                    "Sage 200 has no nominal account " + code + (parts.equals("/") ? "" : "/" + parts),
                    "Create the nominal account with this cost centre and department, or correct nominals.csv"));
        }
    }

    private static boolean isNominal(Facts row, MappingLine line) {
        return row.text("reference").equalsIgnoreCase(line.get("nominal"))
                && row.text("cost_centre_code").equalsIgnoreCase(line.get("cost_centre"))
                && row.text("department_code").equalsIgnoreCase(line.get("department"));
    }

    private void tell(CheckCode code, Place place, String what, String remedy) {
        found.accept(CheckFinding.of(code, FINANCE, place, what, remedy));
    }
}
