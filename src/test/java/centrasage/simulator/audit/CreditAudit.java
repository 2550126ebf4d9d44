package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the returns that Centra has completed, and the money given back without one, against the credit notes of a Sage 200: each of an
 * eligible order that is invoiced is there exactly once with its total and its VAT, and nothing else is.
 */
public final class CreditAudit {
    private static final String CREDIT = "CreditNote";

    private final Books centra;
    private final Books sage;

    public CreditAudit(URI centra, URI sage) {
        this.centra = new Books(centra);
        this.sage = new Books(sage);
    }

    /**
     * What was found.
     *
     * @param returns that are completed, of eligible orders
     * @param withoutReturn refunds that are for none
     * @param credits in Sage
     * @param violations in words, empty when every invariant holds
     */
    public record Result(int returns, int withoutReturn, int credits, List<String> violations) {}

    public Result check() throws IOException, InterruptedException {
        Set<String> eligible = Eligible.orders(centra, Set.of());
        Map<String, Integer> expected = new TreeMap<>();
        int returns = 0;
        for (JsonNode made : centra.get("/control/returns")) {
            if (made.get("completed").asBoolean()
                    && eligible.contains(made.get("order").asText())
                    && made.get("grandMinor").asLong() != 0) {
                returns++;
                expected.merge(line(made.get("order").asText(), made, made.get("grandMinor")), 1, Integer::sum);
            }
        }
        int withoutReturn = 0;
        for (JsonNode entry : centra.get("/control/payments")) {
            boolean isRefund = entry.get("type").asText().startsWith("REFUND")
                    && entry.get("status").asText().equals("SUCCESS");
            if (isRefund
                    && !entry.hasNonNull("return")
                    && eligible.contains(entry.get("order").asText())) {
                withoutReturn++;
                expected.merge(line(entry.get("order").asText(), entry, entry.get("minor")), 1, Integer::sum);
            }
        }
        return compare(expected, returns, withoutReturn);
    }

    private static String line(String order, JsonNode of, JsonNode minor) {
        return "C" + order + " " + of.get("currency").asText() + " " + Math.abs(minor.asLong());
    }

    private Result compare(Map<String, Integer> expected, int returns, int withoutReturn)
            throws IOException, InterruptedException {
        Map<String, Integer> there = new TreeMap<>();
        for (JsonNode company : sage.get("/control/ledger")) {
            for (JsonNode row : company.get("transactions")) {
                if (row.get("trader_transaction_type").asText().endsWith(CREDIT)) {
                    there.merge(line(row), 1, Integer::sum);
                }
            }
        }
        List<String> violations = new ArrayList<>();
        expected.forEach((line, count) -> {
            int found = there.getOrDefault(line, 0);
            if (found != count) {
                violations.add(line + " came back " + count + " times and is credited " + found + " times");
            }
        });
        there.forEach((line, count) -> {
            if (!expected.containsKey(line)) {
                violations.add(line + " is credited, and did not come back");
            }
        });
        int credits = there.values().stream().mapToInt(Integer::intValue).sum();
        return new Result(returns, withoutReturn, credits, violations);
    }

    private static String line(JsonNode row) {
        long minor = row.get("document_gross_value")
                .decimalValue()
                .abs()
                .movePointRight(2)
                .longValueExact();
        return row.get("reference").asText() + " " + row.get("currency_symbol").asText() + " " + minor;
    }
}
