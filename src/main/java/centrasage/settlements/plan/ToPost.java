package centrasage.settlements.plan;

import centrasage.flow.OrderName;
import centrasage.money.Money;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A proven batch, as it is to be posted.
 *
 * @param company of Sage 200
 * @param day on which it was booked: that of its last payout, or of its last line where it has none
 * @param payouts the lines of its payouts and of what came back of them
 * @param variances of lines that come to another amount than what they settle, within what is tolerated
 * @param conversions what the batches of this number of the merchant account exchange between their currencies, by currency
 */
public record ToPost(
        SettlementKey key,
        String company,
        LocalDate day,
        BatchSums sums,
        List<Payout> payouts,
        List<Variance> variances,
        Map<String, Money> conversions) {

    public ToPost {
        payouts = List.copyOf(payouts);
        variances = List.copyOf(variances);
        conversions = Map.copyOf(conversions);
    }

    /** @param place of the line in its batch */
    public record Payout(long place, SettlementLine line) {}

    /**
     * @param place of the line in its batch
     * @param more what the line comes to more than what it settles, in the currency of the payment
     */
    public record Variance(long place, Money more) {}

    /** What lanes own: the batch with all that is posted for it. */
    String object() {
        return object(company, key);
    }

    /** {@code 33/adyen/BrandGB/380/GBP}. */
    public static String object(String company, SettlementKey key) {
        return OrderName.object(company, key.name());
    }
}
