package centrasage.orders.charged;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderChecks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A bundle is posted as its items, never as both: the items are what lies on a shelf, and their values are shares of the
 * bundle's. Centra counts one of the two in its totals; which one is seen from the totals.
 */
final class Bundles {
    private static final String LOOK = "Compare the bundle in Centra; report it if Centra shows these amounts";

    private final Order order;
    private final List<OrderLine> lines;
    private final boolean bundlesCount;

    Bundles(Order order) {
        this.order = order;
        this.lines = OrderChecks.liveLines(order);
        this.bundlesCount = !comesTo(order.totals().lineValues(), line -> !isBundle(line))
                || comesTo(order.totals().lineValues(), line -> !isItem(line));
    }

    static boolean isBundle(OrderLine line) {
        return line.type().equals("BundleOrderLine");
    }

    static boolean isItem(OrderLine line) {
        return line.type().equals("BundleItemOrderLine");
    }

    /** The lines whose values make up Centra's total of the lines. */
    List<OrderLine> counted() {
        return lines.stream()
                .filter(line -> bundlesCount ? !isItem(line) : !isBundle(line))
                .toList();
    }

    /** The lines that go to Sage, each with its part of what was charged. */
    List<Part> posted(Reading reading, Complaints complaints) {
        List<Part> parts = parts(reading, line -> !isBundle(line));
        List<Part> bundles = parts(reading, Bundles::isBundle);
        return bundles.isEmpty() ? parts : withWholeBundles(parts, bundles, complaints);
    }

    private List<Part> parts(Reading reading, Predicate<OrderLine> which) {
        boolean deducted = order.totals().taxDeducted().signum() != 0;
        return lines.stream()
                .filter(which)
                .filter(line -> AmountChecks.isRate(line.taxPercent()))
                .map(line -> reading.line(line, deducted))
                .toList();
    }

    /** Shares are rounded: what they lack of the bundles' value goes on the largest. */
    private List<Part> withWholeBundles(List<Part> parts, List<Part> bundles, Complaints complaints) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            OrderLine line = parts.get(i).line();
            if (line != null && isItem(line)) {
                items.add(i);
            }
        }
        BigDecimal gross = sum(bundles).subtract(sum(items.stream().map(parts::get).toList()));
        BigDecimal pieces = items.stream()
                .map(parts::get)
                .map(Part::line)
                .map(line -> line == null ? BigDecimal.ZERO : BigDecimal.valueOf(line.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (items.isEmpty() || gross.abs().compareTo(pieces.movePointLeft(AmountChecks.DECIMALS)) > 0) {
            complain(items.isEmpty(), gross, complaints);
            return parts;
        }
        Integer largest = items.stream()
                .max(Comparator.comparing(item -> parts.get(item).gross()))
                .orElseThrow();
        List<Part> whole = new ArrayList<>(parts);
        Part part = whole.get(largest);
        whole.set(largest, part.costing(part.gross().add(gross), part.vat()));
        return whole;
    }

    private void complain(boolean withoutItems, BigDecimal difference, Complaints complaints) {
        complaints.add(
                withoutItems ? "BUNDLE_WITHOUT_ITEMS" : "BUNDLE_VALUE",
                FINANCE,
                withoutItems
                        ? "The order has a bundle, and Centra names no items of it"
                        : "The items of the bundles and the bundles differ by "
                                + AmountChecks.written(order, difference),
                LOOK);
    }

    private boolean comesTo(BigDecimal total, Predicate<OrderLine> which) {
        return total.compareTo(sumOf(lines.stream().filter(which).map(OrderLine::gross).toList())) == 0
                || total.compareTo(sumOf(lines.stream().filter(which).map(OrderLine::net).toList())) == 0;
    }

    private static BigDecimal sum(List<Part> parts) {
        return sumOf(parts.stream().map(Part::gross).toList());
    }

    private static BigDecimal sumOf(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
