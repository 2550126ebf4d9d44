package centrasage.centra;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an order takes out of stock, or has taken.
 *
 * @param status Centra's {@code OrderStatus}
 * @param placedAt null where it was not asked for
 * @param units by SKU, without what was cancelled; goods without a SKU are not among them
 */
public record OrderedGoods(
        long number, String status, @Nullable Instant placedAt, Map<String, Integer> units) {
    /** A bundle is an order line beside those of what it contains. */
    private static final String BUNDLE = "BundleOrderLine";

    private static final Set<String> TAKES_NOTHING = Set.of("CANCELLED", "ARCHIVED");
    private static final String SHIPPED = "SHIPPED";

    public OrderedGoods {
        units = Map.copyOf(units);
    }

    private record Line(String type, String sku, int quantity) {}

    /** Reads an order as {@code graphql/orders.graphql} or {@code graphql/placed-orders.graphql} selects it; nothing else of it matters. */
    public static Parsed<OrderedGoods> parse(String text) {
        return DocumentJson.parse(text, "order", order -> {
            String status = order.text("status");
            return new OrderedGoods(
                    order.integer("number"),
                    status,
                    order.has("createdAt") ? order.time("createdAt") : null,
                    units(status, order.list("lines", OrderedGoods::line)));
        });
    }

    private static Line line(Fields line) {
        Fields size = line.optionalObject("productSize");
        String sku = size == null ? null : size.optionalText("SKU");
        return new Line(line.text("__typename"), sku == null ? "" : sku.strip(), line.count("quantity"));
    }

    private static Map<String, Integer> units(String status, List<Line> lines) {
        Map<String, Integer> units = new TreeMap<>();
        if (!TAKES_NOTHING.contains(status)) {
            lines.stream()
                    .filter(line -> line.quantity() > 0
                            && !line.sku().isEmpty()
                            && !line.type().equals(BUNDLE))
                    .forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
        }
        return units;
    }

    /** Whether its goods have left. */
    public boolean isShipped() {
        return status.equals(SHIPPED);
    }
}
