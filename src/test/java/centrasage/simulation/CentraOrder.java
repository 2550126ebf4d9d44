package centrasage.simulation;

import centrasage.centra.Address;
import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.centra.PaymentEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An order as the model of Centra holds it: what its people have made of it by now. */
final class CentraOrder {
    private static final Instant CUT_OVER = Instant.parse("2026-11-01T00:00:00Z");
    private static final int SHIPPING = 495;

    final long number;
    final Instant createdAt;
    final boolean internal;
    final boolean unpaid;
    final List<Line> lines = new ArrayList<>();
    final List<CentraShipment> shipments = new ArrayList<>();
    final Listed<Order> listed = new Listed<>();
    String status = "CONFIRMED";
    boolean onHold;
    int house = 14;

    /** What is ordered of one product. */
    static final class Line {
        final long id;
        final String product;
        final int pennies;
        final int percent;
        int ordered;
        int cancelled;

        Line(long id, String product, int pennies, int percent, int ordered) {
            this.id = id;
            this.product = product;
            this.pennies = pennies;
            this.percent = percent;
            this.ordered = ordered;
        }
    }

    CentraOrder(long number, Instant createdAt, boolean internal, boolean unpaid) {
        this.number = number;
        this.createdAt = createdAt;
        this.internal = internal;
        this.unpaid = unpaid;
    }

    /** In parcels that are made up or have left. */
    int packed(Line line) {
        return shipments.stream()
                .mapToInt(shipment -> shipment.quantities.getOrDefault(line.id, 0))
                .sum();
    }

    int left(Line line) {
        return line.ordered - packed(line);
    }

    /** What Sage 200 should hear of, by the rules of the books and not by any code of ours. */
    boolean isEligible() {
        return List.of("CONFIRMED", "PROCESSING", "SHIPPED").contains(status)
                && !onHold
                && !internal
                && !unpaid
                && !createdAt.isBefore(CUT_OVER)
                && lines.stream().anyMatch(line -> line.ordered > 0);
    }

    /** In pennies, with VAT. */
    long total() {
        return SHIPPING
                + lines.stream()
                        .mapToLong(line -> (long) line.pennies * line.ordered)
                        .sum();
    }

    Order shown(Instant updatedAt) {
        List<OrderLine> shown = lines.stream().map(CentraOrder::shown).toList();
        BigDecimal values = shown.stream().map(OrderLine::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal shippingVat = pounds(vat(SHIPPING, mainRate()));
        BigDecimal vat =
                shown.stream().map(line -> line.gross().subtract(line.net())).reduce(shippingVat, BigDecimal::add);
        BigDecimal total = pounds(total());
        BigDecimal none = BigDecimal.ZERO;
        return new Order(
                Long.toString(number),
                number,
                status,
                createdAt,
                updatedAt,
                onHold,
                null,
                internal,
                "DIRECT_TO_CONSUMER",
                "Web shop",
                "United Kingdom",
                "GBP",
                total,
                new Order.Totals(
                        values,
                        pounds(SHIPPING),
                        shippingVat,
                        none,
                        none,
                        vat,
                        none,
                        none,
                        List.of(),
                        List.of(),
                        List.of()),
                shown,
                unpaid ? List.of() : List.of(payment(total)),
                List.of(),
                address(),
                null,
                new Order.Customer(7, "olivia@example.com", "Olivia", "Smith"),
                "Standard",
                "adyen",
                "",
                null);
    }

    /** Shipping follows the goods of the highest value. */
    private int mainRate() {
        Map<Integer, Long> values = new TreeMap<>();
        lines.forEach(line -> values.merge(line.percent, (long) line.pennies * line.ordered, Long::sum));
        return Collections.max(values.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private PaymentEntry payment(BigDecimal total) {
        return new PaymentEntry(1, createdAt, "AUTH", "SUCCESS", total, "GBP", "PSP1", "Adyen");
    }

    private Address address() {
        return new Address(
                null,
                null,
                "Olivia",
                "Smith",
                house + " Rose Street",
                null,
                "Bath",
                null,
                "BA1 2QT",
                "GB",
                null,
                null,
                null);
    }

    private static OrderLine shown(Line line) {
        long gross = (long) line.pennies * line.ordered;
        return new OrderLine(
                line.id,
                "ProductOrderLine",
                line.product,
                line.product,
                line.ordered,
                line.cancelled,
                pounds(line.pennies),
                pounds(line.pennies),
                pounds(gross),
                pounds(gross - vat(gross, line.percent)),
                BigDecimal.valueOf(line.percent),
                null,
                false);
    }

    private static long vat(long gross, int percent) {
        long whole = 100L + percent;
        return (2 * gross * percent + whole) / (2 * whole);
    }

    static BigDecimal pounds(long pennies) {
        return BigDecimal.valueOf(pennies, 2);
    }
}
