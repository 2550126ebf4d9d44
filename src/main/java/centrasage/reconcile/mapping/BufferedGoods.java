package centrasage.reconcile.mapping;

import static centrasage.flow.Owner.OPERATIONS;

import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Place;
import centrasage.sage200.SiteSurvey.Register;
import centrasage.sage200.SiteSurvey.Seen;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether Sage 200 has what {@code buffers.csv} keeps back: a typing error would keep nothing, and nobody would hear of it. */
final class BufferedGoods {
    private static final String SKU = "sku";
    private static final String GROUP = "product_group";

    private final MappingSituation situation;
    private final Consumer<CheckFinding> found;
    private final Set<String> mapped;

    BufferedGoods(MappingSituation situation, Consumer<CheckFinding> found) {
        this.situation = situation;
        this.found = found;
        this.mapped =
                situation.lines("skus.csv").stream().map(line -> line.get(SKU)).collect(Collectors.toSet());
    }

    void run() {
        situation.lines("buffers.csv").forEach(line -> {
            sku(line);
            group(line);
        });
    }

    private void sku(MappingLine line) {
        String sku = line.get(SKU);
        boolean isKnown = sku.isEmpty()
                || mapped.contains(sku)
                || situation.site().products().containsKey(sku);
        if (!isKnown) {
            tell(
                    CheckCode.BUFFER_OF_NO_PRODUCT,
                    Place.of(line, SKU),
                    "Sage 200 has no product " + sku + ", and skus.csv names none for this SKU",
                    "Correct the SKU in buffers.csv, or remove the row");
        }
    }

    /** Of a register that could not be read nothing is said here: the check says that it could not. */
    private void group(MappingLine line) {
        String code = line.get(GROUP);
        boolean isKnown = code.isEmpty()
                || !(situation.survey().of(Register.PRODUCT_GROUPS) instanceof Seen seen)
                || seen.rows().stream().anyMatch(row -> row.text("code").equalsIgnoreCase(code));
        if (!isKnown) {
            tell(
                    CheckCode.NO_PRODUCT_GROUP_IN_SAGE,
                    Place.of(line, GROUP),
                    "Sage 200 has no product group " + code,
                    "Create the product group, or correct buffers.csv");
        }
    }

    private void tell(CheckCode code, Place place, String what, String remedy) {
        found.accept(CheckFinding.of(code, OPERATIONS, place, what, remedy));
    }
}
