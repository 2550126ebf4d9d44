package centrasage.dispatch.invoice;

import centrasage.centra.Shipment;
import centrasage.flow.Reason;
import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.InvoicedOrder.Charged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The goods of a shipment by the lines of its order, beside those that are invoiced already. */
final class Parcel {
    private static final String BUNDLE = "BundleOrderLine";
    private static final String GIFT_CERTIFICATE = "GiftCertificateOrderLine";

    private final Map<Long, Integer> before = new HashMap<>();
    private final Map<Long, Integer> goods = new TreeMap<>();

    /** Tells what is in it that was not ordered. */
    Parcel(
            Shipment shipment,
            InvoicedOrder order,
            List<ShipmentInvoice> others,
            InvoiceReasons words,
            Consumer<Reason> tell) {
        others.forEach(other -> other.goods().forEach((line, quantity) -> before.merge(line, quantity, Integer::sum)));
        Map<Long, Charged> ordered = new HashMap<>();
        order.parts().forEach(part -> ordered.put(part.origin().line(), part));
        for (Shipment.Line line : shipment.lines()) {
            if (line.quantity() > 0 && !line.type().equals(BUNDLE)) {
                Optional<Charged> part = Optional.ofNullable(ordered.get(line.orderLine()));
                if (part.filter(Charged::isGoods).isPresent()) {
                    goods.merge(line.orderLine(), line.quantity(), Integer::sum);
                } else if (part.isEmpty() && !line.type().equals(GIFT_CERTIFICATE)) {
                    tell.accept(words.notOrdered(line.orderLine()));
                }
            }
        }
        boolean bundles = shipment.lines().stream().anyMatch(line -> line.type().equals(BUNDLE));
        if (bundles && goods.isEmpty()) {
            tell.accept(words.bundleWithoutItems());
        }
        goods.forEach((line, quantity) -> {
            int together = quantity + before.getOrDefault(line, 0);
            Charged part = ordered.get(line);
            if (part != null && together > part.quantity()) {
                tell.accept(words.aboveOrdered(line, together, part.quantity()));
            }
        });
    }

    /** By the ids of the order's lines. */
    Map<Long, Integer> goods() {
        return goods;
    }

    /** What the other invoices hold. */
    Map<Long, Integer> before() {
        return before;
    }

    /** What is invoiced with it. */
    Map<Long, Integer> after() {
        Map<Long, Integer> after = new HashMap<>(before);
        goods.forEach((line, quantity) -> after.merge(line, quantity, Integer::sum));
        return after;
    }
}
