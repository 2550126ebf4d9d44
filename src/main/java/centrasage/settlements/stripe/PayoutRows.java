package centrasage.settlements.stripe;

/** Whether the files of an account have the payouts themselves among their rows. */
public enum PayoutRows {
    /** As Stripe's formula has it: a payout is proven by its row, and one without it is stopped. */
    IN_THE_FILE,
    /**
     * They do not, as somebody has seen: where there is none, a payout is taken for what its rows come to. Then only the bank can prove
     * that no row is missing.
     */
    IMPLIED
}
