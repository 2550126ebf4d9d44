package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.sop.LineTypes;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How much of each line of an order can be invoiced.
 *
 * <p>Goods once they are despatched, charges with the first goods that go; an order without goods is all charges.
 */
final class Invoiceable {
    private final ObjectNode order;

    Invoiceable(ObjectNode order) {
        this.order = order;
    }

    void mustBeLive() {
        String status = order.path("document_status").asText();
        Refused.unless(isLive(), "The order " + number() + " is " + status + " and cannot be invoiced.");
    }

    boolean isLive() {
        return order.path("document_status").asText().equals("EnumDocumentStatusLive")
                && !order.path("is_draft").asBoolean();
    }

    /** All that can be invoiced now, by line id. */
    Map<Long, BigDecimal> everything() {
        Map<Long, BigDecimal> quantities = new LinkedHashMap<>();
        for (JsonNode line : Orders.lines(order)) {
            BigDecimal open = open((ObjectNode) line);
            if (open.signum() > 0) {
                quantities.put(line.path("id").asLong(), open);
            }
        }
        return quantities;
    }

    /** {@code [{"line": 1, "quantity": 2}]}: lines by their place from 1; without a quantity all that is open of the line. */
    Map<Long, BigDecimal> chosen(JsonNode wanted) {
        Map<Long, BigDecimal> quantities = new LinkedHashMap<>();
        for (JsonNode each : wanted) {
            int place = each.path("line").asInt() - 1;
            Refused.unless(Orders.lines(order).has(place), "the order has no line " + (place + 1) + ".");
            ObjectNode line = (ObjectNode) Orders.lines(order).get(place);
            BigDecimal open = open(line);
            BigDecimal quantity = each.has("quantity") ? each.path("quantity").decimalValue() : open;
            Refused.unless(
                    quantity.signum() > 0 && quantity.compareTo(open) <= 0,
                    "line " + (place + 1) + ": " + quantity.toPlainString() + " cannot be invoiced, "
                            + open.stripTrailingZeros().toPlainString() + " is despatched and not invoiced.");
            quantities.put(line.path("id").asLong(), quantity.setScale(5));
        }
        return quantities;
    }

    private BigDecimal open(ObjectNode line) {
        boolean goods = LineTypes.isGoods(line.path("line_type").asText());
        BigDecimal due = goods
                ? Orders.quantity(line, "despatch_receipt_quantity")
                : hasBegun() ? Orders.invoiceable(line) : BigDecimal.ZERO;
        return due.subtract(Orders.quantity(line, "invoice_credit_quantity"));
    }

    private boolean hasBegun() {
        boolean goods = stream(order)
                .anyMatch(line -> LineTypes.isGoods(line.path("line_type").asText()));
        return !goods
                || stream(order)
                        .anyMatch(line -> Orders.quantity(line, "despatch_receipt_quantity")
                                        .signum()
                                > 0);
    }

    private static Stream<JsonNode> stream(ObjectNode order) {
        return StreamSupport.stream(Orders.lines(order).spliterator(), false);
    }

    String number() {
        return order.path("document_no").asText();
    }
}
