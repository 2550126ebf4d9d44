package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Holds the goods of every live order of a Sage 200 against those that are still ordered in Centra, product by product. */
public final class GoodsAudit {
    private static final String GOODS = "EnumLineTypeStandard";
    private static final Set<String> ON_A_SHELF = Set.of("PRODUCT", "BUNDLE_ITEM");

    private final Books centra;
    private final Books sage;
    private final Map<String, String> products;

    /** @param products product codes by SKU where they differ; empty where the SKU is no product */
    public GoodsAudit(URI centra, URI sage, Map<String, String> products) {
        this.centra = new Books(centra);
        this.sage = new Books(sage);
        this.products = Map.copyOf(products);
    }

    /**
     * What was found.
     *
     * @param orders live ones in Sage
     * @param pieces of goods in them
     * @param violations in words, empty when all goods agree
     */
    public record Result(int orders, long pieces, List<String> violations) {}

    public Result check() throws IOException, InterruptedException {
        Map<String, Map<String, BigDecimal>> ordered = new TreeMap<>();
        for (JsonNode order : centra.get("/control/orders")) {
            ordered.put("C" + order.get("number").asText(), ordered(order));
        }
        List<String> violations = new ArrayList<>();
        int orders = 0;
        BigDecimal pieces = BigDecimal.ZERO;
        for (JsonNode order : sage.get("/control/orders")) {
            if (order.get("document_status").asText().equals("EnumDocumentStatusCancelled")) {
                continue;
            }
            String key = order.path("customer_document_no").asText();
            Map<String, BigDecimal> held = held(order);
            Map<String, BigDecimal> meant = ordered.get(key);
            if (!held.equals(meant)) {
                violations.add(key + " has " + held + " in Sage and " + meant + " in Centra");
            }
            orders++;
            pieces = held.values().stream().reduce(pieces, BigDecimal::add);
        }
        return new Result(orders, pieces.longValueExact(), violations);
    }

    private Map<String, BigDecimal> ordered(JsonNode order) {
        Map<String, BigDecimal> goods = new TreeMap<>();
        for (JsonNode line : order.at("/order/basket/lines")) {
            String sku = line.at("/article/sku").asText();
            String product = Objects.requireNonNullElse(products.get(sku), sku);
            if (ON_A_SHELF.contains(line.get("type").asText()) && !product.isEmpty()) {
                add(goods, product, line.get("quantity").decimalValue());
            }
        }
        return goods;
    }

    private static Map<String, BigDecimal> held(JsonNode order) {
        Map<String, BigDecimal> goods = new TreeMap<>();
        for (JsonNode line : order.get("lines")) {
            if (line.get("line_type").asText().equals(GOODS)) {
                add(goods, line.get("code").asText(), line.get("line_quantity").decimalValue());
            }
        }
        return goods;
    }

    private static void add(Map<String, BigDecimal> goods, String product, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            goods.merge(
                    product,
                    quantity.stripTrailingZeros(),
                    (one, other) -> one.add(other).stripTrailingZeros());
        }
    }
}
