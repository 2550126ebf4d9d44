package centrasage.reconcile.mapping;

import static centrasage.flow.Owner.FINANCE;

import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether the tax codes of {@code vat.csv} are there with the rates that the rows are for, and the countries too. */
final class VatRules {
    private static final String FILE = "vat.csv";

    private final MappingSituation situation;
    private final Consumer<CheckFinding> found;

    VatRules(MappingSituation situation, Consumer<CheckFinding> found) {
        this.situation = situation;
        this.found = found;
    }

    void run() {
        List<MappingLine> lines = situation.lines(FILE);
        lines.forEach(this::taxCode);
        Set<String> told = new TreeSet<>();
        lines.stream()
                .filter(line -> !isThere(line.get("country")) && told.add(line.get("country")))
                .forEach(line -> tell(
                        CheckCode.NO_COUNTRY_IN_SAGE,
                        Place.of(line, "country"),
                        "Sage 200 has no country code " + line.get("country"),
                        "Add the country code in Sage 200"));
        situation.lines("accounts.csv").forEach(account -> covered(account, lines));
    }

    private void taxCode(MappingLine line) {
        int code = Integer.parseInt(line.get("tax_code"));
        Site.TaxCode taxCode = situation.site().taxCodes().get(code);
        String rate = line.get("rate");
        if (taxCode == null) {
            tell(
                    CheckCode.NO_TAX_CODE_IN_SAGE,
                    Place.of(line, "tax_code"),
                    "Sage 200 has no tax code " + code,
                    "Create the tax code, or correct vat.csv");
        } else if (!rate.isEmpty() && taxCode.rate().compareTo(new BigDecimal(rate)) != 0) {
            tell(
                    CheckCode.VAT_RATE_DIFFERS,
                    Place.of(line, "tax_code"),
                    "The row is for VAT of " + rate + " %, and tax code " + code + " of Sage 200 is "
                            + taxCode.rate().stripTrailingZeros().toPlainString() + " %",
                    "Correct the rate in Sage 200, or the row of vat.csv");
        }
    }

    private boolean isThere(String country) {
        return country.isEmpty() || situation.site().countries().containsKey(country);
    }

    private void covered(MappingLine account, List<MappingLine> lines) {
        String country = account.get("country");
        boolean covered = country.isEmpty()
                || lines.stream()
                        .filter(line -> List.of("", "goods").contains(line.get("applies_to")))
                        .map(line -> line.get("country"))
                        .anyMatch(each -> each.isEmpty() || each.equalsIgnoreCase(country));
        if (!covered) {
            tell(
                    CheckCode.COUNTRY_WITHOUT_VAT,
                    Place.of(account, "country"),
                    "There is an account for " + country + ", and no row of vat.csv fits goods that go there",
                    "Add the rows of " + country + " to vat.csv, after asking your VAT adviser");
        }
    }

    private void tell(CheckCode code, Place place, String what, String remedy) {
        found.accept(CheckFinding.of(code, FINANCE, place, what, remedy));
    }
}
