package centrasage.simulator.psp;

import centrasage.simulator.psp.PspEvent.What;
import java.util.Set;

/**
 * What a provider's batches are like; its file can say this and no more.
 *
 * @param rates whether payments in other currencies are in one batch with those in its own, each with its rate
 * @param priceSplit whether what is kept may be split into the shares of those who get it
 * @param fixedMinor what is kept of each payment besides a part of it
 * @param apart of what fees are events of their own
 * @param others what a batch has besides payments and its payout
 * @param carries whether what the merchant owes at the end is carried to the next batch; else it is taken from the merchant's bank
 */
public record PspHabits(
        boolean rates, boolean priceSplit, int fixedMinor, Set<What> apart, Set<What> others, boolean carries) {

    public static final PspHabits ADYEN =
            new PspHabits(true, true, 0, Set.of(), Set.of(What.COSTS, What.INVOICE, What.RESERVE), true);

    /** Other currencies are balances of their own, between which money is converted. */
    public static final PspHabits PAYPAL = new PspHabits(
            false, false, 30, Set.of(What.CHARGEBACK, What.CHARGEBACK_WON), Set.of(What.COSTS, What.RESERVE), true);

    public static final PspHabits STRIPE =
            new PspHabits(true, false, 20, Set.of(), Set.of(What.COSTS, What.RESERVE), false);

    /** One currency, in which the shopper pays too. */
    public static final PspHabits KLARNA = new PspHabits(
            false,
            false,
            35,
            Set.of(What.CAPTURE, What.REFUND, What.CHARGEBACK, What.CHARGEBACK_WON),
            Set.of(What.COSTS, What.TAX, What.RESERVE),
            true);
}
