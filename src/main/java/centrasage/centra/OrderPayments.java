package centrasage.centra;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for an order, and what tells where in Sage 200 it belongs. No personal data.
 *
 * @param order its human number
 * @param status Centra's {@code OrderStatus}, such as {@code SHIPPED}, as text
 * @param orderedAt when the order was made
 * @param currency ISO 4217 code of the order
 * @param country ISO code of where it is sent; empty where Centra does not say
 * @param account the reseller's account in Centra; empty for a consumer
 * @param grandTotal of the order, in its currency
 */
public record OrderPayments(
        long order,
        String status,
        Instant orderedAt,
        String store,
        String market,
        String currency,
        String country,
        String account,
        BigDecimal grandTotal,
        List<Entry> entries) {
    /** The order in which Centra made them. */
    public static final Comparator<Entry> MADE =
            Comparator.comparing(Entry::createdAt).thenComparing(Entry::id);

    private static final String CANCELLED = "CANCELLED";

    public OrderPayments {
        entries = List.copyOf(entries);
    }

    /**
     * The types of entries that are money taken, besides gift cards, as an operator wrote them down: separated by commas. One in the wrong
     * case would be no money, and nobody would be told.
     */
    public static Set<String> types(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(type -> type.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isCancelled() {
        return status.equals(CANCELLED);
    }

    /** What is money, taken or given back, and not only asked for. */
    public List<Entry> money(Set<String> types) {
        return entries.stream()
                .filter(entry -> entry.isTaken(types) || entry.isRefund())
                .toList();
    }

    public List<Entry> taken(Set<String> types) {
        return entries.stream().filter(entry -> entry.isTaken(types)).toList();
    }

    public List<Entry> givenBack() {
        return entries.stream().filter(Entry::isRefund).toList();
    }

    /** Without their signs, which Centra writes differently from plug-in to plug-in. */
    public static BigDecimal sum(Collection<Entry> entries) {
        return entries.stream().map(entry -> entry.value().abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * One entry of its payment history. Only {@code SUCCESS} entries are facts; the rest are wishes.
     *
     * @param type Centra's {@code PaymentHistoryEntryType}, such as {@code CAPTURE}, as text: one that we do not know is never guessed
     * @param value sign as Centra wrote it
     * @param reference of the payment provider; empty where there is none
     * @param gateway {@code uri} of the payment plug-in instance: the entry's own, or else the order's; empty where there is none
     * @param ofReturn id of the return that a refund is for; null where it is for none, and of what is no refund
     */
    public record Entry(
            long id,
            Instant createdAt,
            String type,
            String status,
            BigDecimal value,
            String currency,
            String reference,
            String gateway,
            @Nullable Long ofReturn) {
        private static final String SUCCESS = "SUCCESS";
        private static final String OF_GIFT_CARD = "_GIFT_CARD";
        private static final Set<String> REFUNDS = Set.of("REFUND", "REFUND" + OF_GIFT_CARD);
        private static final String TAKEN_OF_GIFT_CARD = "CAPTURE" + OF_GIFT_CARD;

        /** Whether it has happened, rather than being asked for. */
        public boolean isFact() {
            return status.equals(SUCCESS);
        }

        /** Whether money was taken, by one of these types of entries or by gift card. */
        public boolean isTaken(Set<String> types) {
            return isFact() && (types.contains(type) || type.equals(TAKEN_OF_GIFT_CARD));
        }

        public boolean isOfGiftCard() {
            return type.endsWith(OF_GIFT_CARD);
        }

        /** Whether money was given back, by card or by gift card. */
        public boolean isRefund() {
            return isFact() && REFUNDS.contains(type);
        }

        /** Whether money was given back for no goods that came back. */
        public boolean isRefundWithoutReturn() {
            return isRefund() && ofReturn == null;
        }
    }
}
