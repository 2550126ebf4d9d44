package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the returns that Centra has completed, and the money given back without one, against the credit notes of a Sage 200: each of an
 * eligible order that is invoiced is there exactly once with its total, that of a return with its VAT, nothing else is, and no order is
 * credited above its invoices. What a user has credited of a sales return is such a credit note; what clears pennies is none.
 */
public final class CreditAudit {
    private static final String CREDIT = "CreditNote";
    private static final String INVOICE = "Invoice";
    private static final int TOLERATED = 5;

    /** Before the id of the return, in base 36, in the second reference of its credit note. */
    private static final String OF_RETURN = "RETURN-";

    private static final int BASE = 36;

    private final Books centra;
    private final Books sage;
    private final Set<String> decided;
    private final Map<String, Long> vat = new HashMap<>();
    private final List<String> otherVat = new ArrayList<>();

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
        Map<String, Long> invoiced = invoiced();
        eligible.removeIf(order -> !invoiced.containsKey("C" + order));
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Long> owed = owed();
        int returns = 0;
        for (JsonNode made : centra.get("/control/returns")) {
            String key = OF_RETURN + Long.toString(made.get("id").asLong(), BASE);
            vat.put(key.toUpperCase(Locale.ROOT), Math.abs(made.get("vatMinor").asLong()));
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
        return compare(expected, invoiced, returns, withoutReturn);
    }

    /** What the sales ledger holds of invoices, by the reference of their order. */
    private Map<String, Long> invoiced() throws IOException, InterruptedException {
        Map<String, String> orders = new HashMap<>();
        for (JsonNode invoice : sage.get("/control/invoices")) {
            orders.put(
                    invoice.get("company").asText() + "/"
                            + invoice.get("document_no").asText(),
                    invoice.get("customer_document_no").asText());
        }
        Map<String, Long> invoiced = new HashMap<>();
        for (JsonNode company : sage.get("/control/ledger")) {
            for (JsonNode row : company.get("transactions")) {
                if (row.get("trader_transaction_type").asText().endsWith(INVOICE)) {
                    String reference = row.get("reference").asText();
                    String order = orders.getOrDefault(company.get("company").asText() + "/" + reference, reference);
                    invoiced.merge(order, value(row), Long::sum);
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

    private Result compare(Map<String, Integer> expected, Map<String, Long> invoiced, int returns, int withoutReturn)
            throws IOException, InterruptedException {
        Map<String, Integer> there = new TreeMap<>();
        Map<String, Long> left = new HashMap<>(invoiced);
        SalesReturns salesReturns = SalesReturns.of(sage);
        for (JsonNode company : sage.get("/control/ledger")) {
            for (JsonNode row : company.get("transactions")) {
                if (row.get("trader_transaction_type").asText().endsWith(CREDIT)) {
                    String order = salesReturns.order(company.get("company").asText(), row);
                    vat(row);
                    if (!Pennies.is(row)) {
                        there.merge(line(order, row), 1, Integer::sum);
                    }
                    left.merge(order, -value(row), Long::sum);
                }
            }
        }
        int credits = there.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> missing = less(expected, there);
        Map<String, Integer> more = less(there, expected);
        for (String line : List.copyOf(more.keySet())) {
            lessened(line, missing.keySet(), left).ifPresent(wanted -> {
                missing.remove(wanted);
                more.remove(line);
            });
        }
        List<String> violations = new ArrayList<>(otherVat);
        missing.forEach((line, count) -> violations.add(line + " came back and is not credited, " + count + " times"));
        more.forEach((line, count) -> violations.add(line + " is credited and did not come back, " + count + " times"));
        left.forEach((order, minor) -> {
            if (minor < 0) {
                violations.add(order + " is credited " + -minor + " above its invoices");
            }
        });
        return new Result(returns, withoutReturn, credits, violations);
    }

    private void vat(JsonNode row) {
        Long expected = vat.get(row.path("second_reference").asText());
        long there = minor(row, "document_tax_value");
        if (expected != null && expected != there) {
            otherVat.add(row.get("reference").asText() + " has a credit note with VAT of " + there + ", and " + expected
                    + " came back");
        }
    }

    private static Map<String, Integer> less(Map<String, Integer> from, Map<String, Integer> off) {
        Map<String, Integer> less = new TreeMap<>();
        from.forEach((line, count) -> {
            int more = count - off.getOrDefault(line, 0);
            if (more > 0) {
                less.put(line, more);
            }
        });
        return less;
    }

    /** What was wanted of an order whose invoices are credited whole with pennies less, because Sage had rounded its VAT. */
    private static Optional<String> lessened(String line, Set<String> missing, Map<String, Long> left) {
        int amount = line.lastIndexOf(' ') + 1;
        return missing.stream()
                .filter(wanted -> wanted.startsWith(line.substring(0, amount)))
                .filter(wanted -> {
                    long less = Long.parseLong(wanted.substring(amount)) - Long.parseLong(line.substring(amount));
                    return less > 0 && less <= TOLERATED;
                })
                .filter(wanted -> Long.valueOf(0).equals(left.get(wanted.replaceFirst(" .*", ""))))
                .findFirst();
    }

    private static String line(String order, JsonNode row) {
        return order + " " + row.get("currency_symbol").asText() + " " + value(row);
    }

    private static long value(JsonNode row) {
        return minor(row, "document_gross_value");
    }

    private static long minor(JsonNode row, String field) {
        return row.get(field).decimalValue().abs().movePointRight(2).longValueExact();
    }
}
