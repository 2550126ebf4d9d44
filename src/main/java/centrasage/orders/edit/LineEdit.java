package centrasage.orders.edit;

import centrasage.centra.OrderLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line in both versions.
 *
 * @param sku empty where Centra has none
 * @param posted null where the line was not there when the order was posted
 * @param now null where it is not there any more
 */
public record LineEdit(
        What what,
        String sku,
        String product,
        @Nullable Figures posted,
        @Nullable Figures now) {

    public enum What {
        ADDED,
        REMOVED,
        CHANGED,
        SAME
    }

    /**
     * What a line came to.
     *
     * @param value of the whole line with VAT
     * @param vat the VAT in it
     * @param rate such as 20, for 20 %
     */
    public record Figures(int quantity, BigDecimal value, BigDecimal vat, BigDecimal rate) {
        public Figures {
            value = Edit.decimals(value);
            vat = Edit.decimals(vat);
            rate = rate.signum() == 0
                    ? BigDecimal.ZERO
                    : new BigDecimal(rate.stripTrailingZeros().toPlainString());
        }

        static Figures of(OrderLine line) {
            return new Figures(line.quantity(), line.gross(), line.gross().subtract(line.net()), line.taxPercent());
        }

        boolean isSame(Figures other) {
            return quantity == other.quantity
                    && value.compareTo(other.value) == 0
                    && vat.compareTo(other.vat) == 0
                    && rate.compareTo(other.rate) == 0;
        }
    }

    /** How much more it comes to now, with VAT. */
    public BigDecimal difference() {
        BigDecimal before = posted == null ? BigDecimal.ZERO : posted.value();
        BigDecimal after = now == null ? BigDecimal.ZERO : now.value();
        return Edit.decimals(after.subtract(before));
    }

    static List<LineEdit> between(List<OrderLine> posted, List<OrderLine> now) {
        Map<String, OrderLine> before = byIdentity(posted);
        Map<String, OrderLine> after = byIdentity(now);
        Map<String, OrderLine> all = new LinkedHashMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .map(key -> between(before.get(key), after.get(key)))
                .sorted(Comparator.comparing(line -> line.what() == What.SAME))
                .toList();
    }

    /** A line is the same one while its id, kind and SKU are: with another SKU other goods are picked. */
    private static Map<String, OrderLine> byIdentity(List<OrderLine> lines) {
        Map<String, OrderLine> found = new LinkedHashMap<>();
        lines.forEach(line -> found.put(line.id() + " " + line.type() + " " + line.sku(), line));
        return found;
    }

    private static LineEdit between(@Nullable OrderLine posted, @Nullable OrderLine now) {
        if (now != null) {
            return posted == null ? of(What.ADDED, now, null, Figures.of(now)) : both(posted, now);
        }
        if (posted == null) {
            throw new IllegalArgumentException("a line is in one version at least");
        }
        return of(What.REMOVED, posted, Figures.of(posted), null);
    }

    private static LineEdit both(OrderLine posted, OrderLine now) {
        Figures before = Figures.of(posted);
        Figures after = Figures.of(now);
        return of(before.isSame(after) ? What.SAME : What.CHANGED, now, before, after);
    }

    private static LineEdit of(What what, OrderLine line, @Nullable Figures posted, @Nullable Figures now) {
        return new LineEdit(what, line.sku() == null ? "" : line.sku(), line.productName(), posted, now);
    }
}
