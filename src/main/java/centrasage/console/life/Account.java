package centrasage.console.life;

import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sync.ledger.OpenItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order has on its customer account in one Sage 200 company.
 *
 * @param entries the oldest first, at least one
 */
public record Account(String company, List<Entry> entries) {
    public Account {
        entries = List.copyOf(entries);
    }

    /**
     * @param kind {@code RECEIPT}, {@code PAYMENT}, {@code INVOICE} or {@code CREDIT_NOTE}
     * @param urn Sage's number of it
     * @param value with its sign: below zero is what takes off what the customer owes
     * @param open of it, with the same sign
     * @param rate the exchange rate that Sage states on it; null where it is the company's own currency, and until it was read
     */
    public record Entry(
            EntryKind kind,
            String urn,
            LocalDate date,
            Money value,
            Money open,
            @Nullable String rate) {
        static Entry of(OpenItem item) {
            EntryKind kind = EntryKind.valueOf(item.kind());
            BigDecimal rate = item.rate();
            return new Entry(
                    kind,
                    item.urn(),
                    item.date(),
                    signed(kind, item.value()),
                    signed(kind, item.open()),
                    rate == null || rate.compareTo(BigDecimal.ONE) == 0 ? null : rate.toPlainString());
        }

        /** Such as {@code Credit note}. */
        public String name() {
            return Character.toUpperCase(kind.word().charAt(0)) + kind.word().substring(1);
        }

        boolean isInvoice() {
            return kind == EntryKind.INVOICE;
        }

        private static Money signed(EntryKind kind, Money value) {
            return kind.isDebit() ? value : Money.zero(value.currency()).minus(value);
        }
    }

    /** @param items of one order in one company, at least one */
    public static Account of(List<OpenItem> items) {
        return new Account(items.get(0).company(), items.stream().map(Entry::of).toList());
    }

    /** What the customer owes of the order by this account; below zero where the account owes the customer. */
    public Money balance() {
        return entries.stream()
                .map(Entry::open)
                .reduce(Money.zero(entries.get(0).open().currency()), Money::plus);
    }

    public boolean isInvoiced() {
        return entries.stream().anyMatch(Entry::isInvoice);
    }

    public String words() {
        Money balance = balance();
        if (balance.isZero()) {
            return "Nothing is open";
        }
        return balance.isNegative() ? "Open in the customer's favour" : "Open, owed by the customer";
    }
}
