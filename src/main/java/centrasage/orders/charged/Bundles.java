package centrasage.orders.charged;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.money.VatRate;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderChecks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    private List<Part> withWholeBundles(List<Part> parts, List<Part> bundles, Complaints complaints) {
        List<Part> items = parts.stream().filter(Bundles::isItem).toList();
        BigDecimal missing = sum(bundles, Part::gross).subtract(sum(items, Part::gross));
        if (items.isEmpty() || missing.abs().compareTo(pennies(items)) > 0) {
            complain(items.isEmpty(), missing, complaints);
            return parts;
        }
        List<Part> whole = new ArrayList<>(parts);
        if (rates(bundles).equals(rates(items))
                && rates(items).stream().allMatch(rate -> near(of(rate, bundles), of(rate, items)))) {
            rates(items).forEach(rate -> top(whole, of(rate, bundles), of(rate, items)));
        } else {
            top(whole, bundles, items);
        }
        return whole;
    }

    private static boolean near(List<Part> bundles, List<Part> items) {
        BigDecimal missing = sum(bundles, Part::gross).subtract(sum(items, Part::gross));
        return missing.abs().compareTo(pennies(items)) <= 0;
    }

    private static void top(List<Part> parts, List<Part> bundles, List<Part> items) {
        Part largest = items.stream().max(Comparator.comparing(Part::gross)).orElseThrow();
        BigDecimal gross = sum(bundles, Part::gross).subtract(sum(items, Part::gross));
        BigDecimal vat = sum(bundles, Part::vat).subtract(sum(items, Part::vat));
        boolean near = vat.abs().compareTo(pennies(items)) <= 0;
        parts.replaceAll(part -> part == largest
                ? part.costing(part.gross().add(gross), near ? part.vat().add(vat) : part.vat())
                : part);
    }

    private static boolean isItem(Part part) {
        return part.line() != null && isItem(part.line());
    }

    private static Set<VatRate> rates(List<Part> parts) {
        return parts.stream().map(Part::rate).collect(Collectors.toSet());
    }

    private static List<Part> of(VatRate rate, List<Part> parts) {
        return parts.stream().filter(part -> part.rate().equals(rate)).toList();
    }

    /** A penny for each piece. */
    private static BigDecimal pennies(List<Part> items) {
        long pieces = items.stream()
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

    private static BigDecimal sum(List<Part> parts, Function<Part, BigDecimal> amount) {
        return sumOf(parts.stream().map(amount).toList());
    }

    private static BigDecimal sumOf(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
