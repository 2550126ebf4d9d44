package centrasage.settlements.file;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a settlement file.
 *
 * @param number of the line in its file, its header counted
 * @param type as the provider calls it
 * @param bookedOn null where the file does not say
 * @param gross what the shopper paid, below zero what the shopper got, in the currency of the payment; zero where it is of no payment
 * @param rate by which the gross is worth so much in the currency of the batch; 1 within one currency
 * @param net what it adds to the balance of the batch, below zero what it takes from it
 * @param fees what the net is less than the gross at that rate
 * @param text what the file says besides, for people
 */
public record SettlementLine(
        SettlementKey batch,
        long number,
        String type,
        LineKind kind,
        @Nullable LocalDate bookedOn,
        Money gross,
        BigDecimal rate,
        Money net,
        List<Fee> fees,
        References references,
        String text) {

    public SettlementLine {
        fees = List.copyOf(fees);
    }

    /** What the provider kept of it. */
    public Money kept() {
        return fees.stream().map(Fee::amount).reduce(Money.zero(batch.currency()), Money::plus);
    }

    /** Its net and what was kept of it: what it comes to before fees, in the currency of the batch. */
    public Money own() {
        return net.plus(kept());
    }

    /** Whether it is of a payment in another currency than the batch's, which was exchanged. */
    public boolean isExchanged() {
        return (kind == LineKind.SALE || kind == LineKind.REFUND)
                && !gross.currency().equals(batch.currency());
    }

    /** What it takes for granted to be in the clearing bank: its gross where that was exchanged, else what it comes to before fees. */
    public Money moved() {
        return isExchanged() ? gross : own();
    }

    /**
     * By how much its net is more than its gross at its rate less its fees; nothing where that is rounding, and nothing where it is of no
     * payment.
     */
    public Money unexplained() {
        Money zero = Money.zero(batch.currency());
        if (!kind.isOfPayment()) {
            return zero;
        }
        BigDecimal exact = gross.amount().multiply(rate).subtract(kept().amount());
        Money off = Money.rounded(net.amount().subtract(exact), batch.currency(), RoundingMode.HALF_UP);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(batch.currency().getDefaultFractionDigits());
        boolean isRounded = !gross.currency().equals(batch.currency()) || rate.compareTo(BigDecimal.ONE) != 0;
        return isRounded && off.abs().amount().compareTo(unit) <= 0 ? zero : off;
    }
}
