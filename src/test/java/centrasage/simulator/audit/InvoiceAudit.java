package centrasage.simulator.audit;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the shipments of a Centra against the ledger invoices of a Sage 200 that has no sales orders: each completed one of an eligible
 * order has exactly one invoice of its day, but for goods that cost nothing beside others, nothing else has one, the invoices of an order of which everything has left come to Centra's
 * total and VAT, and those of any other to less.
 */
public final class InvoiceAudit {
    private static final String SECOND = "S-";

    private final Books centra;
    private final Books sage;
    private final Map<String, JsonNode> orders = new HashMap<>();
    private final Map<String, String> expected = new TreeMap<>();
    private final Map<String, Integer> there = new TreeMap<>();
    private final Map<String, Long> gross = new TreeMap<>();
    private final Map<String, Long> tax = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private int complete;

    public InvoiceAudit(URI centra, URI sage) {
        this.centra = new Books(centra);
        this.sage = new Books(sage);
    }

    /**
     * What was found.
     *
     * @param shipments completed ones of eligible orders
     * @param invoices in Sage
     * @param complete orders of which everything has left and is invoiced
     * @param minorByCurrency what was invoiced, in minor units
     * @param violations in words, empty when every invariant holds
     */
    public record Result(
            int shipments, int invoices, int complete, Map<String, Long> minorByCurrency, List<String> violations) {}

    public Result check() throws IOException, InterruptedException {
        Set<String> eligible = Eligible.orders(centra, Set.of());
        centra.get("/control/orders?whole=false")
                .forEach(order -> orders.put(order.get("number").asText(), order.get("facts")));
        for (JsonNode shipment : centra.get("/control/shipments")) {
            if (shipment.get("shipped").asBoolean()
                    && eligible.contains(shipment.get("order").asText())) {
                expected.put(
                        shipment.get("number").asText(),
                        shipment.get("shippedAt").asText().substring(0, 10));
            }
        }
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode company : sage.get("/control/ledger")) {
            for (JsonNode row : company.get("transactions")) {
                if (row.get("trader_transaction_type").asText().endsWith("Invoice")) {
                    find(row);
                    sums.merge(row.get("currency_symbol").asText(), minor(row, "document_gross_value"), Long::sum);
                }
            }
        }
        return compare(sums);
    }

    private void find(JsonNode row) {
        String second = row.get("second_reference").asText();
        String number = second.startsWith(SECOND) ? second.substring(SECOND.length()) : second;
        String order = row.get("reference").asText().substring(1);
        there.merge(number, 1, Integer::sum);
        gross.merge(order, minor(row, "document_gross_value"), Long::sum);
        tax.merge(order, minor(row, "document_tax_value"), Long::sum);
        String day = expected.get(number);
        if (day == null || !number.startsWith(order + "-")) {
            violations.add(row.get("reference").asText() + " " + second + " is no completed shipment to be invoiced");
        } else if (!row.get("transaction_date").asText().startsWith(day)) {
            violations.add(number + " has left on " + day + " and is invoiced with "
                    + row.get("transaction_date").asText());
        }
    }

    private static long minor(JsonNode row, String field) {
        return new BigDecimal(row.get(field).asText()).movePointRight(2).longValueExact();
    }

    private Result compare(Map<String, Long> sums) {
        expected.keySet().forEach(number -> {
            int count = there.getOrDefault(number, 0);
            String order = number.substring(0, number.lastIndexOf('-'));
            long total = orders.getOrDefault(order, Json.object())
                    .path("grandTotalMinor")
                    .asLong();
            boolean isFree = gross.getOrDefault(order, 0L) == total;
            if (count > 1 || (count == 0 && !isFree)) {
                violations.add(number + " has left and is invoiced " + count + " times");
            }
        });
        gross.forEach((order, minor) -> {
            JsonNode facts = orders.getOrDefault(order, Json.object());
            boolean whole = facts.path("status").asText().equals("SHIPPED");
            complete += whole ? 1 : 0;
            long total = facts.path("grandTotalMinor").asLong();
            if (whole ? minor != total : minor >= total) {
                violations.add(order + " comes to " + total + " and is invoiced with " + minor
                        + (whole ? "" : ", and not all of it has left"));
            }
            if (whole
                    && tax.getOrDefault(order, 0L) != facts.path("vatDueMinor").asLong()) {
                violations.add(order + " bears VAT of "
                        + facts.path("vatDueMinor").asLong() + " and is invoiced with " + tax.get(order));
            }
        });
        return new Result(
                expected.size(),
                there.values().stream().mapToInt(Integer::intValue).sum(),
                complete,
                sums,
                violations);
    }
}
