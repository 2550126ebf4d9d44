package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what Centra sells of each SKU in a warehouse against what Sage 200 has free there, less what its open orders ask for and have not
 * been allocated, less what is ordered in Centra and not in Sage, by their own accounts.
 */
public final class StockAudit {
    private static final Set<String> DONE = Set.of("EnumDocumentStatusComplete", "EnumDocumentStatusCancelled");
    private static final Set<String> ON_A_SHELF = Set.of("PRODUCT", "BUNDLE_ITEM");
    private static final Set<String> TAKES_NOTHING = Set.of("CANCELLED", "ARCHIVED");

    private static final String HAS_LEFT = "SHIPPED";
    private static final String NOT_FOR_SAGE = "INTERNAL";

    private final Books centra;
    private final Books sage;
    private final String centraWarehouse;
    private final String sageWarehouse;

    /**
     * @param centraWarehouse that sells
     * @param sageWarehouse whose stock it sells
     */
    public StockAudit(URI centra, URI sage, String centraWarehouse, String sageWarehouse) {
        this.centra = new Books(centra);
        this.sage = new Books(sage);
        this.centraWarehouse = centraWarehouse;
        this.sageWarehouse = sageWarehouse;
    }

    /**
     * What was found.
     *
     * @param skus that are in both
     * @param violations in words, empty when all figures agree
     */
    public record Result(int skus, List<String> violations) {}

    /** @param skus that are looked at; all where there are none */
    public Result check(Set<String> skus) throws IOException, InterruptedException {
        Map<String, BigDecimal> sellable = sellable();
        List<String> violations = new ArrayList<>();
        int compared = 0;
        for (JsonNode row : centra.get("/control/stock?warehouse=" + centraWarehouse)) {
            String sku = row.get("sku").asText();
            BigDecimal there = sellable.get(sku);
            if (there == null || !(skus.isEmpty() || skus.contains(sku))) {
                continue;
            }
            compared++;
            int meant =
                    there.setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO).intValueExact();
            if (row.get("free").asInt() != meant) {
                violations.add(sku + ": Centra sells " + row.get("free").asInt() + " and Sage 200 has " + meant);
            }
        }
        return new Result(compared, violations);
    }

    private Map<String, BigDecimal> sellable() throws IOException, InterruptedException {
        Map<Long, String> codes = new TreeMap<>();
        sage.get("/control/tables/products")
                .forEach(product -> codes.put(
                        product.get("id").asLong(), product.get("code").asText()));
        Map<String, BigDecimal> sellable = new TreeMap<>();
        for (JsonNode holding : sage.get("/control/tables/warehouse_holdings")) {
            if (holding.path("warehouse_name").asText().equals(sageWarehouse)) {
                String code = Objects.requireNonNull(
                        codes.get(holding.get("product_id").asLong()));
                sellable.put(
                        code, holding.get("free_stock_available_less_reserved").decimalValue());
            }
        }
        Set<String> known = new HashSet<>();
        for (JsonNode order : sage.get("/control/orders")) {
            known.add(order.path("customer_document_no").asText());
            if (!DONE.contains(order.get("document_status").asText())) {
                order.get("lines")
                        .forEach(line -> less(sellable, line.path("code").asText(), unallocated(line)));
            }
        }
        for (JsonNode order : centra.get("/control/orders")) {
            boolean isKnown = known.contains("C" + order.get("number").asText());
            if (!isKnown && takesGoods(order.get("facts"))) {
                order.at("/order/basket/lines").forEach(line -> lessOf(sellable, line));
            }
        }
        return sellable;
    }

    /** What has left for an order that is not for Sage 200 is written off there by hand, or never was its. */
    private static boolean takesGoods(JsonNode facts) {
        String status = facts.get("status").asText();
        boolean isForSage = true;
        for (JsonNode reason : facts.get("blockedBy")) {
            isForSage &= !reason.asText().equals(NOT_FOR_SAGE);
        }
        return !TAKES_NOTHING.contains(status) && (isForSage || !status.equals(HAS_LEFT));
    }

    private static BigDecimal unallocated(JsonNode line) {
        return line.path("line_quantity")
                .decimalValue()
                .subtract(line.path("allocated_quantity").decimalValue())
                .subtract(line.path("despatch_receipt_quantity").decimalValue())
                .max(BigDecimal.ZERO);
    }

    private static void lessOf(Map<String, BigDecimal> sellable, JsonNode line) {
        if (ON_A_SHELF.contains(line.get("type").asText())) {
            less(
                    sellable,
                    line.at("/article/sku").asText(),
                    BigDecimal.valueOf(line.get("quantity").asLong()));
        }
    }

    private static void less(Map<String, BigDecimal> sellable, String code, BigDecimal quantity) {
        sellable.computeIfPresent(code, (sku, free) -> free.subtract(quantity));
    }
}
