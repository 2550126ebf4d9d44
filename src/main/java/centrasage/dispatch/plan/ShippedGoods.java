package centrasage.dispatch.plan;

import centrasage.centra.Shipment;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.sage200.NewDespatch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what is in a shipment in Sage's codes. What is missing or contradictory is told, all of it. */
final class ShippedGoods {
    private static final String BUNDLE = "BundleOrderLine";
    private static final String GIFT_CERTIFICATE = "GiftCertificateOrderLine";

    private final Shipment shipment;
    private final String company;
    private final InForce mappings;
    private final List<Reason> reasons = new ArrayList<>();
    private final Map<Long, Place> places = new HashMap<>();
    private final Map<String, Boolean> owners = new LinkedHashMap<>();

    /** Where a line of the order stands among those of the same product; a product is null where the line is none. */
    private record Place(@Nullable String product, int number) {}

    ShippedGoods(Shipment shipment, String company, InForce mappings) {
        this.shipment = shipment;
        this.company = company;
        this.mappings = mappings;
    }

    /** Bundles are left out for their items, which are lines of their own; so is what is no goods. */
    List<NewDespatch.Line> lines() {
        places();
        List<NewDespatch.Line> lines = new ArrayList<>();
        for (Shipment.Line line : shipment.lines()) {
            if (line.quantity() > 0
                    && !line.type().equals(BUNDLE)
                    && !line.type().equals(GIFT_CERTIFICATE)) {
                Optional.ofNullable(line(line)).ifPresent(lines::add);
            }
        }
        boolean bundlesOnly = lines.isEmpty()
                && shipment.lines().stream().anyMatch(line -> line.type().equals(BUNDLE));
        if (bundlesOnly && reasons.isEmpty()) {
            tell("BUNDLE_WITHOUT_ITEMS", "It holds bundles, and Centra does not say which items", byHand());
        }
        if (owners.containsValue(true) && owners.containsValue(false)) {
            tell(
                    "SEVERAL_DESPATCH_OWNERS",
                    "It left from warehouses of which some despatch in Sage 200 and some in Centra (" + owners.keySet()
                            + ", warehouses.csv)",
                    byHand());
        }
        return lines;
    }

    private void places() {
        Map<String, Integer> seen = new HashMap<>();
        for (Shipment.Ordered ordered : shipment.ordered()) {
            String product = product(ordered.sku());
            int number = product == null ? 0 : seen.merge(product, 1, Integer::sum) - 1;
            places.put(ordered.id(), new Place(product, number));
        }
    }

    /** Null for what is no product: told where it is shipped, and not before. */
    private @Nullable String product(@Nullable String sku) {
        if (sku == null) {
            return null;
        }
        InForce.Item item = mappings.item(company, sku).orTell(reason -> {});
        return item == null || item.isCharge() ? null : item.code();
    }

    private NewDespatch.@Nullable Line line(Shipment.Line line) {
        Place place = places.get(line.orderLine());
        if (place == null || (place.product() == null && !isCharge(line))) {
            tell(
                    "UNKNOWN_SKU",
                    "Its line " + line.orderLine() + " has no SKU that can be told (productSize.SKU, skus.csv)",
                    "Give the variant a SKU in Centra, or map it in skus.csv, then plan again");
            return null;
        }
        InForce.Warehouse warehouse = warehouse(line);
        if (place.product() == null || warehouse == null) {
            return null;
        }
        owners.put(warehouse.name(), warehouse.dispatchedBySage());
        return new NewDespatch.Line(
                place.product(), place.number(), BigDecimal.valueOf(line.quantity()), warehouse.name());
    }

    private boolean isCharge(Shipment.Line line) {
        return shipment.ordered().stream()
                .filter(ordered -> ordered.id() == line.orderLine())
                .map(Shipment.Ordered::sku)
                .anyMatch(sku ->
                        sku != null && mappings.item(company, sku).match(InForce.Item::isCharge, missing -> false));
    }

    private InForce.@Nullable Warehouse warehouse(Shipment.Line line) {
        if (line.warehouses().size() > 1) {
            tell(
                    "SEVERAL_WAREHOUSES",
                    "Its line " + line.orderLine() + " left from several warehouses: "
                            + String.join(", ", line.warehouses()),
                    byHand());
            return null;
        }
        return line.warehouses().isEmpty()
                ? mappings.warehouse(company).orTell(this::tell)
                : mappings.warehouse(company, line.warehouses().get(0)).orTell(this::tell);
    }

    boolean isDespatchedBySage() {
        return owners.containsValue(true);
    }

    /** Sage's name of the carrier; empty where Centra does not say. */
    String courier() {
        String courier = mappings.courier(
                        company,
                        shipment.tracking().carrier(),
                        shipment.tracking().service())
                .orTell(this::tell);
        return courier == null ? "" : courier;
    }

    private String byHand() {
        return "Confirm the despatch of shipment " + shipment.number() + " in Sage 200 by hand, then resolve this";
    }

    private void tell(String code, String what, String remedy) {
        tell(new Reason(code, Owner.OPERATIONS, what, remedy));
    }

    private void tell(Reason reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
