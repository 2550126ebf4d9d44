package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the customer accounts of a Sage 200 order by order: nothing is open on both sides of an order, no credit stands without an
 * invoice or above it, no more was given back than was taken, and every allocation comes to nothing. What clears pennies is of pennies, and
 * settled.
 */
public final class LedgerAudit {
    private static final String PREFIX = "TradingAccountEntryType";
    private static final String INVOICE = "Invoice";
    private static final String CREDIT = "CreditNote";
    private static final String RECEIPT = "PurchasePaymentSalesReceipt";
    private static final String PAYMENT = "PurchaseReceiptSalesPayment";
    private static final BigDecimal PENNIES_MAX = new BigDecimal("0.05");

    private final Books sage;
    private final Map<String, String> orders = new HashMap<>();
    private @Nullable SalesReturns salesReturns;
    private final Map<String, List<JsonNode>> byOrder = new TreeMap<>();
    private final Map<String, BigDecimal> open = new TreeMap<>();
    private final Set<String> residues = new TreeSet<>();
    private final List<String> violations = new ArrayList<>();

    public LedgerAudit(URI sage) {
        this.sage = new Books(sage);
    }

    /**
     * What was found.
     *
     * @param open what is outstanding of each transaction that is not settled, without its sign, by company and urn, such as {@code 33/1001}
     * @param kinds how many transactions there are of each kind
     * @param allocations in all
     * @param residues the orders of which no more than pennies are open, such as {@code C10234}
     * @param violations in words, empty when every invariant holds
     */
    public record Result(
            Map<String, BigDecimal> open,
            Map<String, Integer> kinds,
            int allocations,
            Set<String> residues,
            List<String> violations) {}

    public Result check() throws IOException, InterruptedException {
        for (JsonNode invoice : sage.get("/control/invoices")) {
            orders.put(
                    invoice.get("company").asText() + "/"
                            + invoice.get("document_no").asText(),
                    invoice.get("customer_document_no").asText());
        }
        salesReturns = SalesReturns.of(sage);
        Map<String, Integer> kinds = new TreeMap<>();
        int allocations = 0;
        for (JsonNode company : sage.get("/control/ledger")) {
            for (JsonNode row : company.get("transactions")) {
                kinds.merge(kind(row), 1, Integer::sum);
                find(company.get("company").asText(), row);
            }
            for (JsonNode allocation : company.get("allocations")) {
                allocations++;
                comesToNothing(allocation);
            }
        }
        byOrder.forEach(this::check);
        return new Result(open, kinds, allocations, residues, violations);
    }

    private static String kind(JsonNode row) {
        return row.get("trader_transaction_type").asText().replace(PREFIX, "");
    }

    private void find(String company, JsonNode row) {
        String reference = Objects.requireNonNull(salesReturns).order(company, row);
        String order =
                kind(row).equals(INVOICE) ? orders.getOrDefault(company + "/" + reference, reference) : reference;
        byOrder.computeIfAbsent(company + "/" + order, key -> new ArrayList<>()).add(row);
        BigDecimal outstanding = outstanding(row);
        if (outstanding.signum() != 0) {
            open.put(company + "/" + row.get("urn").asText(), outstanding);
        }
    }

    private static BigDecimal outstanding(JsonNode row) {
        return row.get("document_outstanding_value").decimalValue().abs();
    }

    private void comesToNothing(JsonNode allocation) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : allocation.get("lines")) {
            sum = sum.add(line.get("value").decimalValue());
        }
        if (sum.signum() != 0) {
            violations.add("the allocation " + allocation.get("urn").asText() + " comes to " + sum);
        }
    }

    private void check(String order, List<JsonNode> rows) {
        BigDecimal openDebits = open(rows, row -> gross(row).signum() > 0);
        BigDecimal openCredits = open(rows, row -> gross(row).signum() < 0);
        if (openDebits.min(openCredits).signum() != 0) {
            violations.add(order + " has " + openDebits + " of debits and " + openCredits + " of credits open");
        }
        BigDecimal sum = openDebits.add(openCredits);
        if (sum.signum() > 0 && sum.compareTo(PENNIES_MAX) <= 0) {
            residues.add(order.substring(order.indexOf('/') + 1));
        }
        rows.stream().filter(Pennies::is).forEach(row -> pennies(order, row));
        atMost(order, rows, CREDIT, INVOICE);
        atMost(order, rows, PAYMENT, RECEIPT);
    }

    private void pennies(String order, JsonNode row) {
        if (gross(row).abs().compareTo(PENNIES_MAX) > 0 || outstanding(row).signum() != 0) {
            violations.add(order + " is cleared by " + gross(row) + ", of which " + outstanding(row) + " is open");
        }
    }

    private void atMost(String order, List<JsonNode> rows, String kind, String of) {
        BigDecimal one = sum(rows, kind);
        BigDecimal other = sum(rows, of);
        if (one.compareTo(other) > 0) {
            violations.add(order + " has " + kind + " of " + one + " and " + of + " of " + other);
        }
    }

    private static BigDecimal sum(List<JsonNode> rows, String kind) {
        return rows.stream()
                .filter(row -> kind(row).equals(kind))
                .map(row -> gross(row).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal open(List<JsonNode> rows, Predicate<JsonNode> which) {
        return rows.stream().filter(which).map(LedgerAudit::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal gross(JsonNode row) {
        return row.get("document_gross_value").decimalValue();
    }
}
