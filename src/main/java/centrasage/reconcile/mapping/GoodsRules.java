package centrasage.reconcile.mapping;

import static centrasage.flow.Owner.OPERATIONS;

import centrasage.mapping.MappingLine;
import centrasage.reconcile.finding.CheckCode;
import centrasage.reconcile.finding.CheckFinding;
import centrasage.reconcile.finding.Place;
import java.util.function.Consumer;

/** Whether the products, warehouses and charges that rows name are in Sage 200. */
final class GoodsRules {
    private final MappingSituation situation;
    private final Consumer<CheckFinding> found;

    GoodsRules(MappingSituation situation, Consumer<CheckFinding> found) {
        this.situation = situation;
        this.found = found;
    }

    void run() {
        situation.lines("skus.csv").forEach(this::sku);
        situation.lines("warehouses.csv").forEach(this::warehouse);
        situation.lines("shipping.csv").forEach(line -> charge(line, "charge"));
        situation.lines("companies.csv").stream()
                .filter(line -> !line.get("handling_charge").isEmpty())
                .forEach(line -> charge(line, "handling_charge"));
    }

    private void sku(MappingLine line) {
        if (line.get("as").equals("charge")) {
            charge(line, "product");
        } else {
            product(line);
        }
    }

    private void product(MappingLine line) {
        String product = line.get("product");
        Place place = Place.of(line, "product");
        if (situation.site().inactiveProducts().contains(product)) {
            tell(
                    CheckCode.INACTIVE_SKU,
                    place,
                    "The product " + product + " may not be sold in Sage 200",
                    "Make the product active in Sage 200, or name another one in skus.csv");
        } else if (!situation.site().products().containsKey(product)) {
            tell(
                    CheckCode.UNKNOWN_SKU,
                    place,
                    "Sage 200 has no product " + product,
                    "Create the product in Sage 200, or name another one in skus.csv");
        } else if (product.equals(line.get("sku"))) {
            tell(
                    CheckCode.SKU_MAPPED_TO_ITSELF,
                    place,
                    "The SKU " + product + " has the same code in Sage 200, so that the row says nothing",
                    "Remove the row");
        }
    }

    private void warehouse(MappingLine line) {
        String name = line.get("sage_warehouse");
        if (!situation.site().warehouses().containsKey(name)) {
            tell(
                    CheckCode.NO_WAREHOUSE_IN_SAGE,
                    Place.of(line, "sage_warehouse"),
                    "Sage 200 has no warehouse " + name,
                    "Create the warehouse, or correct warehouses.csv");
        }
    }

    private void charge(MappingLine line, String column) {
        String code = line.get(column);
        if (!situation.site().charges().containsKey(code)) {
            tell(
                    CheckCode.NO_CHARGE_IN_SAGE,
                    Place.of(line, column),
                    "Sage 200 has no additional charge " + code,
                    "Create the charge in Sage 200, or correct " + line.file());
        }
    }

    private void tell(CheckCode code, Place place, String what, String remedy) {
        found.accept(CheckFinding.of(code, OPERATIONS, place, what, remedy));
    }
}
