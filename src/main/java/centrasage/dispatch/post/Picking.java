package centrasage.dispatch.post;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.OpenOrder;
import centrasage.sage200.client.SageDespatches.Picked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which lines of the order in Sage a shipment takes: of several lines of one product, the one at the same place among them as in
 * Centra's order, and others where that one has not enough outstanding.
 */
final class Picking {
    private final NewDespatch despatch;
    private final OpenOrder order;
    private final Map<String, Long> warehouses;
    private final Map<Long, BigDecimal> taken = new HashMap<>();
    private final List<Reason> missing = new ArrayList<>();
    private final List<Reason> elsewhere = new ArrayList<>();

    /** @param warehouses ids by Sage's names */
    Picking(NewDespatch despatch, OpenOrder order, Map<String, Long> warehouses) {
        this.despatch = despatch;
        this.order = order;
        this.warehouses = warehouses;
        despatch.lines().forEach(this::take);
    }

    private void take(NewDespatch.Line wanted) {
        List<OpenOrder.Line> ofProduct = order.lines().stream()
                .filter(line -> line.product().equalsIgnoreCase(wanted.product()))
                .toList();
        Stream<OpenOrder.Line> first = ofProduct.stream().skip(wanted.place()).limit(1);
        BigDecimal left = wanted.quantity();
        for (OpenOrder.Line line :
                Stream.concat(first, ofProduct.stream()).distinct().toList()) {
            BigDecimal free = line.outstanding().subtract(taken.getOrDefault(line.id(), BigDecimal.ZERO));
            BigDecimal more = left.min(free).max(BigDecimal.ZERO);
            if (more.signum() > 0) {
                taken.merge(line.id(), more, BigDecimal::add);
                checkWarehouse(wanted, line);
                left = left.subtract(more);
            }
        }
        if (left.signum() > 0) {
            missing.add(notOutstanding(wanted, wanted.quantity().subtract(left), ofProduct.isEmpty()));
        }
    }

    private Reason notOutstanding(NewDespatch.Line wanted, BigDecimal there, boolean unknown) {
        String what = unknown
                ? "Sage 200 order " + order.documentNo() + " has no line of product " + wanted.product()
                        + ", of which shipment " + despatch.number() + " holds "
                        + wanted.quantity().toPlainString()
                : "Shipment " + despatch.number() + " holds "
                        + wanted.quantity().toPlainString() + " of product "
                        + wanted.product() + ", and of Sage 200 order " + order.documentNo() + " only "
                        + there.toPlainString() + " are still to be despatched";
        return new Reason(
                "NOT_OUTSTANDING",
                Owner.OPERATIONS,
                what,
                "Look at the order's lines and despatches in Sage 200. If somebody despatched this parcel there by hand, write "
                        + despatch.number()
                        + " into the notes of that despatch, then plan again: it is taken for this one."
                        + " If the order was changed, correct it there, then plan again");
    }

    /** The warehouse of a line was fixed when the order was entered. */
    private void checkWarehouse(NewDespatch.Line wanted, OpenOrder.Line line) {
        Long warehouse = warehouses.get(wanted.warehouse());
        if (line.warehouseId() != null
                && warehouse != null
                && !line.warehouseId().equals(warehouse)) {
            elsewhere.add(
                    new Reason(
                            "OTHER_WAREHOUSE",
                            Owner.OPERATIONS,
                            "Shipment " + despatch.number() + " left from " + wanted.warehouse()
                                    + ", and the line of product "
                                    + wanted.product() + " of Sage 200 order " + order.documentNo()
                                    + " takes its stock from another warehouse",
                            "Give that line the warehouse " + wanted.warehouse()
                                    + " in Sage 200; it is looked at again by itself. If the mapping is wrong, correct warehouses.csv"));
        }
    }

    /** What the order does not have; empty where everything was found. */
    List<Reason> missing() {
        return List.copyOf(missing);
    }

    /** Lines whose stock lies in another warehouse than the parcel left from. */
    List<Reason> elsewhere() {
        return List.copyOf(elsewhere);
    }

    Picked picked() {
        Map<Long, BigDecimal> stock = new HashMap<>();
        for (OpenOrder.Line line : order.lines()) {
            BigDecimal pieces = taken.get(line.id());
            if (pieces != null) {
                stock.put(line.id(), line.inStockUnits(pieces));
            }
        }
        return new Picked(order.id(), stock);
    }
}
