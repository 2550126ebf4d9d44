package centrasage.sage200;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The goods of a despatch in Sage 200 held against those of the parcel that was meant, product by product. Whether Sage's views count in
 * the units of the order or in those of the stock is not documented: a product is the same where it is so in either.
 */
public final class DespatchComparison {
    private final Map<String, BigDecimal> held = byProduct();
    private final Map<String, BigDecimal> meant = byProduct();
    private final Map<String, BigDecimal> meantInStockUnits = byProduct();

    /** @param orders whose lines it takes: what is of no line of theirs is no goods, such as text and charges */
    public DespatchComparison(Despatch despatch, List<OpenOrder> orders, NewDespatch parcel) {
        Map<String, OpenOrder.Line> taken = byProduct();
        orders.stream()
                .flatMap(order -> order.lines().stream())
                .filter(line -> despatch.quantities().containsKey(line.id()))
                .forEach(line -> {
                    taken.putIfAbsent(line.product(), line);
                    held.merge(line.product(), despatch.quantities().get(line.id()), BigDecimal::add);
                });
        for (NewDespatch.Line line : parcel.lines()) {
            OpenOrder.Line from = taken.get(line.product());
            BigDecimal inStockUnits = from == null ? line.quantity() : from.inStockUnits(line.quantity());
            meant.merge(line.product(), line.quantity(), BigDecimal::add);
            meantInStockUnits.merge(line.product(), inStockUnits, BigDecimal::add);
        }
    }

    private static <V> Map<String, V> byProduct() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    public boolean isSame() {
        return differences().isEmpty();
    }

    /** In words, by product. */
    public List<String> differences() {
        TreeSet<String> products = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        products.addAll(held.keySet());
        products.addAll(meant.keySet());
        return products.stream()
                .filter(product -> !isSame(product))
                .map(product -> product + " " + plain(of(product, held)) + " instead of " + plain(of(product, meant)))
                .toList();
    }

    private boolean isSame(String product) {
        BigDecimal there = of(product, held);
        return there.compareTo(of(product, meant)) == 0 || there.compareTo(of(product, meantInStockUnits)) == 0;
    }

    private static BigDecimal of(String product, Map<String, BigDecimal> quantities) {
        return quantities.getOrDefault(product, BigDecimal.ZERO);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    /** What Sage holds, in words and in the units of its views. */
    public String held() {
        return words(held);
    }

    /** What the parcel holds, in words and in the units of the order. */
    public String meant() {
        return words(meant);
    }

    private static String words(Map<String, BigDecimal> quantities) {
        return quantities.isEmpty()
                ? "nothing"
                : quantities.entrySet().stream()
                        .map(entry -> plain(entry.getValue()) + " of " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
