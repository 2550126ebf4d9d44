package centrasage.orders.charged;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.money.VatRate;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderChecks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
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
        return bundles.isEmpty() || !bundlesCount ? parts : withWholeBundles(parts, bundles, complaints);
    }

    private List<Part> parts(Reading reading, Predicate<OrderLine> which) {
        boolean deducted = order.totals().taxDeducted().signum() != 0;
        return lines.stream()
                .filter(which)
                .filter(line -> AmountChecks.isRate(line.taxPercent()))
                .map(line -> reading.line(line, deducted))
                .toList();
    }

    /** Shares are rounded: what they lack of the bundles' value and VAT goes on the largest of the same rate. */
    private List<Part> withWholeBundles(List<Part> parts, List<Part> ofBundles, Complaints complaints) {
        Parts bundles = new Parts(ofBundles);
        Parts items = new Parts(parts).where(Bundles::isItem);
        if (items.list().isEmpty() || !near(bundles, items)) {
            complain(items.list().isEmpty(), bundles.gross().subtract(items.gross()), complaints);
            return parts;
        }
        boolean byRate = Set.copyOf(bundles.rates()).equals(Set.copyOf(items.rates()))
                && items.rates().stream().allMatch(rate -> near(bundles.of(rate), items.of(rate)));
        Parts whole = new Parts(parts);
        if (!byRate) {
            return topped(whole, bundles, items, Bundles::isItem).list();
        }
        for (VatRate rate : items.rates()) {
            whole = topped(
                    whole,
                    bundles.of(rate),
                    items.of(rate),
                    part -> isItem(part) && part.rate().equals(rate));
        }
        return whole.list();
    }

    private static boolean near(Parts bundles, Parts items) {
        return bundles.gross().subtract(items.gross()).abs().compareTo(pennies(items)) <= 0;
    }

    private static Parts topped(Parts all, Parts bundles, Parts items, Predicate<Part> isOne) {
        BigDecimal gross = bundles.gross().subtract(items.gross());
        BigDecimal vat = bundles.vat().subtract(items.vat());
        boolean near = vat.abs().compareTo(pennies(items)) <= 0;
        return all.onLargest(
                isOne,
                part -> part.costing(part.gross().add(gross), near ? part.vat().add(vat) : part.vat()));
    }

    private static boolean isItem(Part part) {
        return part.line() != null && isItem(part.line());
    }

    /** A penny for each piece. */
    private static BigDecimal pennies(Parts items) {
        long pieces = items.list().stream()
                .map(Part::line)
                .mapToLong(line -> line == null ? 0 : line.quantity())
                .sum();
        return BigDecimal.valueOf(pieces, AmountChecks.DECIMALS);
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
        return total.compareTo(sumOf(lines.stream()
                                .filter(which)
                                .map(OrderLine::gross)
                                .toList()))
                        == 0
                || total.compareTo(sumOf(
                                lines.stream().filter(which).map(OrderLine::net).toList()))
                        == 0;
    }

    private static BigDecimal sumOf(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
