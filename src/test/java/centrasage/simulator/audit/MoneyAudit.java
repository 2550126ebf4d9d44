package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Holds what Centra's gateways and gift cards took and gave back against the receipts and payments of a Sage 200: each entry of an eligible
 * order is there exactly once with its amount and its day, nothing else is, the clearing banks hold what was taken less what was given
 * back in each currency, and the banks of gift cards hold nothing.
 */
public final class MoneyAudit {
    /** What Centra's entries are in Sage, by the end of its name of the kind. */
    private static final Map<String, String> KINDS = Map.of(
            "CAPTURE", "PurchasePaymentSalesReceipt",
            "CAPTURE_GIFT_CARD", "PurchasePaymentSalesReceipt",
            "REFUND", "PurchaseReceiptSalesPayment",
            "REFUND_GIFT_CARD", "PurchaseReceiptSalesPayment");

    private static final String GIFT = "GIFT";

    /** The second reference of what is posted for a payout, which is for {@link PayoutAudit}. */
    private static final Pattern OF_PAYOUT = Pattern.compile("[0-9A-Z]{16,20}");

    private final Books centra;
    private final Books sage;
    private final Set<String> decided;
    private final Map<String, Integer> expected = new TreeMap<>();
    private final Map<String, Integer> there = new TreeMap<>();
    private final Map<String, Integer> bySecond = new HashMap<>();
    private final Map<Place, Long> moved = new TreeMap<>();
    private final Map<Place, Long> held = new TreeMap<>();
    private final Map<String, Long> gifts = new TreeMap<>();
    private int ofGiftCards;
    private final List<String> violations = new ArrayList<>();

    /** A gateway or a bank, in one currency. */
    private record Place(String currency, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Of a site that has decided nothing beyond what it must. */
    public MoneyAudit(URI centra, URI sage) {
        this(centra, sage, Set.of());
    }

    /** @param decided what the site has decided to post, as {@link OrderAudit} takes it */
    public MoneyAudit(URI centra, URI sage, Set<String> decided) {
        this.centra = new Books(centra);
        this.sage = new Books(sage);
        this.decided = Set.copyOf(decided);
    }

    /**
     * What was found.
     *
     * @param entries SUCCESS captures and refunds of eligible orders
     * @param posted receipts and payments in Sage
     * @param minorByCurrency what the clearing banks hold, in minor units
     * @param banks how many of them hold anything
     * @param ofGiftCards entries of the banks of gift cards
     * @param violations in words, empty when every invariant holds
     */
    public record Result(
            int entries,
            int posted,
            Map<String, Long> minorByCurrency,
            int banks,
            int ofGiftCards,
            List<String> violations) {}

    public Result check() throws IOException, InterruptedException {
        Set<String> eligible = Eligible.orders(centra, decided);
        for (JsonNode entry : centra.get("/control/payments")) {
            String kind = KINDS.get(entry.get("type").asText());
            boolean counts = entry.get("status").asText().equals("SUCCESS")
                    && eligible.contains(entry.get("order").asText());
            if (kind != null && counts) {
                expect(entry, kind);
            }
        }
        for (JsonNode company : sage.get("/control/ledger")) {
            company.get("transactions").forEach(this::find);
            company.get("bank").forEach(this::hold);
        }
        return compare();
    }

    private void expect(JsonNode entry, String kind) {
        long minor = Math.abs(entry.get("minor").asLong());
        String currency = entry.get("currency").asText();
        String day = entry.get("createdAt").asText().substring(0, 10);
        expected.merge(line(kind, "C" + entry.get("order").asText(), currency, minor, day), 1, Integer::sum);
        if (!entry.get("type").asText().endsWith(GIFT + "_CARD")) {
            Place gateway = new Place(currency, entry.get("gateway").asText());
            moved.merge(gateway, kind.endsWith("Receipt") ? minor : -minor, Long::sum);
        }
    }

    private static String line(String kind, String order, String currency, long minor, String day) {
        return order + " " + kind + " " + currency + " " + minor + " of " + day;
    }

    private void find(JsonNode row) {
        String type = row.get("trader_transaction_type").asText().replace("TradingAccountEntryType", "");
        if (KINDS.containsValue(type)) {
            there.merge(line(type, row), 1, Integer::sum);
            bySecond.merge(row.get("second_reference").asText(), 1, Integer::sum);
        }
    }

    private static String line(String kind, JsonNode row) {
        return line(
                kind,
                row.get("reference").asText(),
                row.get("currency_symbol").asText(),
                Math.abs(minor(row.get("document_gross_value"))),
                row.get("transaction_date").asText().substring(0, 10));
    }

    private static long minor(JsonNode amount) {
        return amount.decimalValue().movePointRight(2).longValueExact();
    }

    private void hold(JsonNode row) {
        String bank = row.get("bank_code").asText();
        if (bank.startsWith(GIFT)) {
            ofGiftCards++;
            gifts.merge(bank, minor(row.get("cheque_value")), Long::sum);
        } else if (!OF_PAYOUT.matcher(row.get("second_reference").asText()).matches()) {
            Place place = new Place(row.get("currency_symbol").asText(), bank);
            held.merge(place, minor(row.get("cheque_value")), Long::sum);
        }
    }

    private Result compare() {
        expected.forEach((line, count) -> {
            int found = there.getOrDefault(line, 0);
            if (found != count) {
                violations.add(line + " happened " + count + " times and stands " + found + " times in Sage");
            }
        });
        there.forEach((line, count) -> {
            if (!expected.containsKey(line)) {
                violations.add(line + " stands in Sage, and did not happen");
            }
        });
        bySecond.forEach((second, count) -> {
            if (count > 1) {
                violations.add(second + " stands " + count + " times in Sage");
            }
        });
        if (!sums(held).equals(sums(moved))) {
            violations.add("the banks hold " + held + " in minor units, and " + moved + " was taken less given back");
        }
        gifts.forEach((bank, minor) -> {
            if (minor != 0) {
                violations.add("the bank " + bank + " holds " + minor + " in minor units, and proves to nothing");
            }
        });
        Map<String, Long> minorByCurrency = new TreeMap<>();
        held.forEach((place, minor) -> minorByCurrency.merge(place.currency(), minor, Long::sum));
        return new Result(
                sum(expected),
                sum(there),
                minorByCurrency,
                sums(held).values().stream().mapToInt(List::size).sum(),
                ofGiftCards,
                violations);
    }

    /** Each bank is that of one gateway in one currency, whatever it is called: in each currency the same sums, one by one. */
    private static Map<String, List<Long>> sums(Map<Place, Long> places) {
        Map<String, List<Long>> sums = new TreeMap<>();
        places.forEach((place, minor) -> {
            if (minor != 0) {
                sums.computeIfAbsent(place.currency(), currency -> new ArrayList<>())
                        .add(minor);
            }
        });
        sums.values().forEach(Collections::sort);
        return sums;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
