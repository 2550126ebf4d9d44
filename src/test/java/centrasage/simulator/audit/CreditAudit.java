package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the returns that Centra has completed, and the money given back without one, against the credit notes of a Sage 200: each of an
 * eligible order that is invoiced is there exactly once with its total, and nothing else is. What a user has credited of a sales return is
 * such a credit note.
 */
public final class CreditAudit {
    private static final String CREDIT = "CreditNote";
    private static final String INVOICE = "Invoice";

    private final Books centra;
    private final Books sage;
    private final Set<String> decided;

    /** Of a site that has decided nothing beyond what it must. */
    public CreditAudit(URI centra, URI sage) {
        this(centra, sage, Set.of());
    }

    /** @param decided what the site has decided to post, as {@link OrderAudit} takes it */
    public CreditAudit(URI centra, URI sage, Set<String> decided) {
        this.centra = new Books(centra);
        this.sage = new Books(sage);
        this.decided = Set.copyOf(decided);
    }

    /**
     * What was found.
     *
     * @param returns that are completed, of eligible orders that are invoiced
     * @param withoutReturn refunds that are for none, and gave back more than was never sold
     * @param credits in Sage
     * @param violations in words, empty when every invariant holds
     */
    public record Result(int returns, int withoutReturn, int credits, List<String> violations) {}

    public Result check() throws IOException, InterruptedException {
        Set<String> eligible = Eligible.orders(centra, decided);
        eligible.retainAll(invoiced());
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Long> owed = owed();
        int returns = 0;
        for (JsonNode made : centra.get("/control/returns")) {
            if (made.get("completed").asBoolean()
                    && eligible.contains(made.get("order").asText())
                    && made.get("grandMinor").asLong() != 0) {
                returns++;
                expected.merge(line(made.get("order").asText(), made, made.get("grandMinor")), 1, Integer::sum);
            }
            if (made.get("completed").asBoolean()) {
                owed.merge(made.get("order").asText(), -made.get("grandMinor").asLong(), Long::sum);
            }
        }
        int withoutReturn = 0;
        for (Map.Entry<String, List<JsonNode>> each : withoutReturn().entrySet()) {
            if (eligible.contains(each.getKey())) {
                withoutReturn += expect(each.getKey(), each.getValue(), owed.getOrDefault(each.getKey(), 0L), expected);
            }
        }
        return compare(expected, returns, withoutReturn);
    }

    /** The orders of which the sales ledger holds an invoice. */
    private Set<String> invoiced() throws IOException, InterruptedException {
        Map<String, String> orders = new HashMap<>();
        for (JsonNode invoice : sage.get("/control/invoices")) {
            orders.put(
                    invoice.get("company").asText() + "/"
                            + invoice.get("document_no").asText(),
                    invoice.get("customer_document_no").asText());
        }
        Set<String> invoiced = new HashSet<>();
        for (JsonNode company : sage.get("/control/ledger")) {
            for (JsonNode row : company.get("transactions")) {
                if (row.get("trader_transaction_type").asText().endsWith(INVOICE)) {
                    String reference = row.get("reference").asText();
                    String order = orders.getOrDefault(company.get("company").asText() + "/" + reference, reference);
                    invoiced.add(order.replaceFirst("^C", ""));
                }
            }
        }
        return invoiced;
    }

    /** What each order comes to, less what the shop holds of its money. */
    private Map<String, Long> owed() throws IOException, InterruptedException {
        Map<String, Long> owed = new HashMap<>();
        for (JsonNode order : centra.get("/control/orders?whole=false")) {
            owed.put(
                    order.get("number").asText(),
                    order.get("facts").get("grandTotalMinor").asLong());
        }
        for (JsonNode entry : centra.get("/control/payments")) {
            owed.merge(entry.get("order").asText(), -entry.get("movedMinor").asLong(), Long::sum);
        }
        return owed;
    }

    private Map<String, List<JsonNode>> withoutReturn() throws IOException, InterruptedException {
        Map<String, List<JsonNode>> refunds = new TreeMap<>();
        for (JsonNode entry : centra.get("/control/payments")) {
            boolean isRefund = entry.get("type").asText().startsWith("REFUND")
                    && entry.get("status").asText().equals("SUCCESS");
            if (isRefund && !entry.hasNonNull("return")) {
                refunds.computeIfAbsent(entry.get("order").asText(), order -> new ArrayList<>())
                        .add(entry);
            }
        }
        return refunds;
    }

    /**
     * What only gave back money for what was never sold has no credit: the refund of exactly that, or else the first ones.
     *
     * @param owed what the order comes to, less what is credited for returns and what is held of its money
     * @return how many are to be credited
     */
    private static int expect(String order, List<JsonNode> refunds, long owed, Map<String, Integer> expected) {
        long all = refunds.stream().mapToLong(CreditAudit::minor).sum();
        long none = Math.max(0, all - Math.max(0, owed));
        boolean exact = isAny(refunds, none);
        int credited = 0;
        for (JsonNode refund : refunds) {
            long off = exact && minor(refund) != none ? 0 : Math.min(none, minor(refund));
            none -= off;
            exact = exact && off == 0;
            long due = minor(refund) - off;
            if (due != 0) {
                credited++;
                expected.merge(line(order, refund, LongNode.valueOf(due)), 1, Integer::sum);
            }
        }
        return credited;
    }

    private static boolean isAny(List<JsonNode> refunds, long amount) {
        return refunds.stream().anyMatch(refund -> minor(refund) == amount);
    }

    private static long minor(JsonNode entry) {
        return Math.abs(entry.get("minor").asLong());
    }

    private static String line(String order, JsonNode of, JsonNode minor) {
        return "C" + order + " " + of.get("currency").asText() + " " + Math.abs(minor.asLong());
    }

    private Result compare(Map<String, Integer> expected, int returns, int withoutReturn)
            throws IOException, InterruptedException {
        Map<String, Integer> there = new TreeMap<>();
        SalesReturns salesReturns = SalesReturns.of(sage);
        for (JsonNode company : sage.get("/control/ledger")) {
            for (JsonNode row : company.get("transactions")) {
                if (row.get("trader_transaction_type").asText().endsWith(CREDIT)) {
                    there.merge(line(salesReturns.order(company.get("company").asText(), row), row), 1, Integer::sum);
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

    private static String line(String order, JsonNode row) {
        long minor = row.get("document_gross_value")
                .decimalValue()
                .abs()
                .movePointRight(2)
                .longValueExact();
        return order + " " + row.get("currency_symbol").asText() + " " + minor;
    }
}
