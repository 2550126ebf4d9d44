package centrasage.settlements.plan;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.rate.BookedRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A proven batch, as it is to be posted.
 *
 * @param company of Sage 200
 * @param day on which it was booked: that of its last payout, or of its last line where it has none
 * @param payouts the lines of its payouts and of what came back of them
 * @param variances of lines that come to another amount than what they settle, within what is tolerated
 * @param suspended lines that a person has put into suspense
 * @param conversions what the batches of this number of the merchant account exchange between their currencies, by currency
 * @param rates at which what it takes out of clearing banks was booked
 * @param sent what was sent of it already, by the names of its postings
 */
public record ToPost(
        SettlementKey key,
        String company,
        LocalDate day,
        BatchSums sums,
        List<Payout> payouts,
        List<Variance> variances,
        List<Suspended> suspended,
        Map<String, Money> conversions,
        BookedRates rates,
        Map<String, Sent> sent) {

    public ToPost {
        payouts = List.copyOf(payouts);
        variances = List.copyOf(variances);
        suspended = List.copyOf(suspended);
        conversions = Map.copyOf(conversions);
        sent = Map.copyOf(sent);
    }

    /** @param number which payout of the batch it is, by its day, amount and reference: in whatever order or form a file has them */
    public record Payout(int number, SettlementLine line) {
        private static final Comparator<SettlementLine> BY_WHAT_IT_IS = Comparator.comparing(
                        SettlementLine::bookedOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(SettlementLine::own)
                .thenComparing(line -> line.references().modification())
                .thenComparing(line -> line.references().payment());

        /** These lines of a batch, which are all its payouts. */
        public static List<Payout> numbered(Collection<SettlementLine> lines) {
            List<Payout> payouts = new ArrayList<>();
            lines.stream().sorted(BY_WHAT_IT_IS).forEach(line -> payouts.add(new Payout(payouts.size() + 1, line)));
            return payouts;
        }
    }

    /**
     * @param place of the line in its batch
     * @param more what the line comes to more than what it settles, in the currency of the payment
     */
    public record Variance(long place, Money more) {}

    /**
     * @param place of the line in its batch
     * @param moved what the line comes to, in the currency of the clearing bank that it moved
     */
    public record Suspended(long place, Money moved) {}

    /**
     * A posting that was sent, which stays of its kind whatever is mapped by now.
     *
     * @param amount above zero
     */
    public record Sent(PostingKind kind, Money amount) {}

    /** Whether the posting of this name was sent, and came to this. */
    boolean isSent(String name, Money amount) {
        Sent there = sent.get(name);
        return there != null && there.amount().equals(amount);
    }

    /** What lanes own: the batch with all that is posted for it. */
    String object() {
        return object(company, key);
    }

    /** {@code 33/adyen/BrandGB/380/GBP}. */
    public static String object(String company, SettlementKey key) {
        return OrderName.object(company, key.name());
    }
}
