package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what Centra's gateways took against the receipts of a Sage 200: each capture of an eligible order is there exactly once with its
 * amount and its day, nothing else is, and the clearing banks hold the sum of the captures in each currency.
 */
public final class ReceiptAudit {
    private static final String RECEIPT = "PurchasePaymentSalesReceipt";

    private final Books centra;
    private final Books sage;

    public ReceiptAudit(URI centra, URI sage) {
        this.centra = new Books(centra);
        this.sage = new Books(sage);
    }

    /**
     * What was found.
     *
     * @param captures SUCCESS captures of eligible orders
     * @param receipts in Sage
     * @param minorByCurrency what the banks hold, in minor units
     * @param violations in words, empty when every invariant holds
     */
    public record Result(int captures, int receipts, Map<String, Long> minorByCurrency, List<String> violations) {}

    public Result check() throws IOException, InterruptedException {
        Set<String> eligible = Eligible.orders(centra, Set.of());
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Long> taken = new TreeMap<>();
        for (JsonNode entry : centra.get("/control/payments")) {
            boolean counts = entry.get("type").asText().equals("CAPTURE")
                    && entry.get("status").asText().equals("SUCCESS")
                    && eligible.contains(entry.get("order").asText());
            if (counts) {
                long minor = Math.abs(entry.get("minor").asLong());
                String currency = entry.get("currency").asText();
                String day = entry.get("createdAt").asText().substring(0, 10);
                expected.merge(line("C" + entry.get("order").asText(), currency, minor, day), 1, Integer::sum);
                taken.merge(currency, minor, Long::sum);
            }
        }
        return compare(expected, taken);
    }

    private static String line(String order, String currency, long minor, String day) {
        return order + " " + currency + " " + minor + " of " + day;
    }

    private Result compare(Map<String, Integer> expected, Map<String, Long> taken)
            throws IOException, InterruptedException {
        Map<String, Integer> there = new TreeMap<>();
        Map<String, Integer> bySecond = new HashMap<>();
        Map<String, Long> held = new TreeMap<>();
        for (JsonNode company : sage.get("/control/ledger")) {
            for (JsonNode row : company.get("transactions")) {
                if (row.get("trader_transaction_type").asText().contains(RECEIPT)) {
                    there.merge(line(row), 1, Integer::sum);
                    bySecond.merge(row.get("second_reference").asText(), 1, Integer::sum);
                }
            }
            company.get("bank")
                    .forEach(row ->
                            held.merge(row.get("currency_symbol").asText(), minor(row.get("cheque_value")), Long::sum));
        }
        List<String> violations = new ArrayList<>();
        expected.forEach((line, count) -> {
            int found = there.getOrDefault(line, 0);
            if (found != count) {
                violations.add(line + " was captured " + count + " times and stands " + found + " times in Sage");
            }
        });
        there.forEach((line, count) -> {
            if (!expected.containsKey(line)) {
                violations.add(line + " stands in Sage, and was not captured");
            }
        });
        bySecond.forEach((second, count) -> {
            if (count > 1) {
                violations.add(second + " stands " + count + " times in Sage");
            }
        });
        if (!held.equals(taken)) {
            violations.add("the banks hold " + held + " in minor units, and " + taken + " was captured");
        }
        return new Result(sum(expected), sum(there), held, violations);
    }

    private static String line(JsonNode row) {
        return line(
                row.get("reference").asText(),
                row.get("currency_symbol").asText(),
                Math.abs(minor(row.get("document_gross_value"))),
                row.get("transaction_date").asText().substring(0, 10));
    }

    private static long minor(JsonNode amount) {
        return amount.decimalValue().movePointRight(2).longValueExact();
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
