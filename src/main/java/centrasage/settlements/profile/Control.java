package centrasage.settlements.profile;

/** By which a batch is proven. */
public enum Control {
    /** By nothing: it is taken with a warning. */
    NONE,
    /** All its lines come to nothing, its payouts among them; it may have none. */
    ZERO,
    /** It has payouts, which equal all the rest. */
    PAYOUT
}
