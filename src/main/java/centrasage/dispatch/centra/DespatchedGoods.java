package centrasage.dispatch.centra;

import centrasage.centra.NewShipment;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.mapping.InForce;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.sage200.DespatchNote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds which lines of Centra's order a despatch of Sage's can be of. What is missing or contradictory is told, all of it. */
final class DespatchedGoods {
    private static final String BUNDLE = "BundleOrderLine";
    private static final String GIFT_CERTIFICATE = "GiftCertificateOrderLine";

    private final DespatchNote note;
    private final Order order;
    private final Map<String, List<OrderLine>> byProduct = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Long> along = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();
    private BigDecimal value = BigDecimal.ZERO;

    /** Of a bundle its items are shipped, which are lines of their own. */
    DespatchedGoods(DespatchNote note, Order order, InForce mappings) {
        this.note = note;
        this.order = order;
        order.lines().stream().filter(line -> !line.type().equals(BUNDLE)).forEach(line -> sort(line, mappings));
    }

    private void sort(OrderLine line, InForce mappings) {
        String sku = line.sku();
        InForce.Item item =
                sku == null ? null : mappings.item(note.company(), sku).orTell(missing -> {});
        if (line.type().equals(GIFT_CERTIFICATE) || (item != null && item.isCharge())) {
            along.add(line.id());
        } else if (item != null) {
            byProduct.computeIfAbsent(item.code(), code -> new ArrayList<>()).add(line);
        }
    }

    List<NewShipment.Line> lines() {
        Map<String, BigDecimal> quantities = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        note.lines().stream()
                .filter(DespatchNote.Line::isGoods)
                .forEach(line -> quantities.merge(line.product(), line.quantity(), BigDecimal::add));
        List<NewShipment.Line> lines = new ArrayList<>();
        quantities.forEach((product, quantity) -> {
            if (isWhole(product, quantity) && isOrdered(product, quantity.intValueExact())) {
                List<OrderLine> from = byProduct.getOrDefault(product, List.of());
                count(quantity.intValueExact(), from);
                lines.add(new NewShipment.Line(
                        product,
                        quantity.intValueExact(),
                        from.stream().map(OrderLine::id).toList()));
            }
        });
        return lines;
    }

    private boolean isWhole(String product, BigDecimal quantity) {
        boolean whole = quantity.signum() > 0
                && quantity.stripTrailingZeros().scale() <= 0
                && quantity.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        if (!whole) {
            tell(
                    "NOT_WHOLE",
                    "It holds " + quantity.toPlainString() + " of product " + product
                            + ", and Centra ships whole pieces only");
        }
        return whole;
    }

    private boolean isOrdered(String product, int quantity) {
        List<OrderLine> from = byProduct.getOrDefault(product, List.of());
        int ordered = from.stream().mapToInt(OrderLine::quantity).sum();
        if (from.isEmpty()) {
            tell(
                    "UNKNOWN_PRODUCT",
                    "It holds product " + product + ", and no line of order " + order.number()
                            + " in Centra is that product (productSize.SKU, skus.csv)");
        } else if (ordered < quantity) {
            tell(
                    "MORE_THAN_ORDERED",
                    "It holds " + quantity + " of product " + product + ", and order " + order.number()
                            + " in Centra is for " + ordered);
        }
        return ordered >= quantity && !from.isEmpty();
    }

    private void count(int quantity, List<OrderLine> from) {
        int left = quantity;
        for (OrderLine line : from) {
            int taken = Math.min(left, line.quantity());
            if (taken > 0) {
                value = value.add(line.gross()
                        .multiply(BigDecimal.valueOf(taken))
                        .divide(BigDecimal.valueOf(line.quantity()), 6, RoundingMode.HALF_UP));
                left -= taken;
            }
        }
    }

    private void tell(String code, String what) {
        reasons.add(new Reason(
                code,
                Owner.OPERATIONS,
                what,
                "Correct skus.csv or the order in Centra, then plan again; or complete the shipment in Centra by hand with "
                        + note.key() + " in its additional message, then plan again: it is taken for this one"));
    }

    /** Lines of the order that Sage does not despatch: charges and gift certificates. */
    List<Long> along() {
        return List.copyOf(along);
    }

    /** What the goods come to, by the order's own prices. */
    Money value() {
        return ShownAmount.of(value, order.currency());
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
