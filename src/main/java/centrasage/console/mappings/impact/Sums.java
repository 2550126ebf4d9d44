package centrasage.console.mappings.impact;

import centrasage.flow.Command;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What plans come to by customer account, VAT code, nominal and bank: before and after, apart for what Sage has already. */
final class Sums {
    private static final String ORDERS = "Orders of customer account";
    private static final String VAT = "VAT";
    private static final String LINES = "Order lines at VAT code";
    private static final String NOMINAL = "Order lines to nominal";
    private static final String BANK = "Bank";

    private final Map<Key, BigDecimal> before = new TreeMap<>();
    private final Map<Key, BigDecimal> after = new TreeMap<>();

    private record Key(boolean inSage, String what, String company, String currency, String code)
            implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return sorted().compareTo(other.sorted());
        }

        private String sorted() {
            return String.join("\n", inSage ? "1" : "0", what, company, currency, code);
        }
    }

    void add(Plan old, Plan now, boolean inSage) {
        add(before, old, inSage);
        add(after, now, inSage);
    }

    private static void add(Map<Key, BigDecimal> sums, Plan plan, boolean inSage) {
        Command command = Parts.command(plan);
        if (command == null) {
            return;
        }
        if (command.key().kind() == PostingKind.ORDER) {
            add(sums, SalesOrderJson.read(command.document()), inSage);
        } else {
            MoneyEntry money = MoneyEntryJson.read(command.document());
            BigDecimal value = money.value().amount();
            put(
                    sums,
                    new Key(inSage, BANK, money.company(), code(money.value()), money.bank()),
                    money.kind() == EntryKind.PAYMENT ? value.negate() : value);
        }
    }

    private static void add(Map<Key, BigDecimal> sums, NewSalesOrder order, boolean inSage) {
        String currency = code(order.total());
        put(
                sums,
                new Key(inSage, ORDERS, order.company(), currency, order.customer()),
                order.total().amount());
        put(
                sums,
                new Key(inSage, VAT, order.company(), currency, ""),
                order.vat().amount());
        order.priced().forEach(line -> {
            BigDecimal value = line.unitPrice().multiply(line.quantity());
            put(sums, new Key(inSage, LINES, order.company(), currency, named(line.taxCode())), value);
            put(
                    sums,
                    new Key(inSage, NOMINAL, order.company(), currency, line.nominal() == null ? "" : line.nominal()),
                    value);
        });
    }

    private static String named(@Nullable Integer taxCode) {
        return taxCode == null ? "" : Integer.toString(taxCode);
    }

    private static String code(Money money) {
        return money.currency().getCurrencyCode();
    }

    private static void put(Map<Key, BigDecimal> sums, Key key, BigDecimal value) {
        sums.merge(key, value, BigDecimal::add);
    }

    /** Those that differ; prices have up to five decimals, so that their sums are rounded once, at the end. */
    List<Impact.Total> differing() {
        TreeMap<Key, BigDecimal> all = new TreeMap<>(after);
        before.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .map(key -> new Impact.Total(
                        key.company(), key.what(), key.code(), key.inSage(), money(before, key), money(after, key)))
                .filter(total -> !total.difference().isZero())
                .toList();
    }

    private static Money money(Map<Key, BigDecimal> sums, Key key) {
        return Money.rounded(
                sums.getOrDefault(key, BigDecimal.ZERO), Currency.getInstance(key.currency()), RoundingMode.HALF_UP);
    }
}
