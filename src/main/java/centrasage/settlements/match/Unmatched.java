package centrasage.settlements.match;

/** Why a line settles nothing yet: the rest of its payout does not wait for it. */
public enum Unmatched {
    /** Nothing of its payment or order is open in the clearing bank. */
    MISSING_TRANSACTION,
    /** More than one entry fits, and which of them is meant cannot be told. */
    AMBIGUOUS,
    /** What it says is settled already, by another line. */
    DUPLICATE,
    /** Its order has been paid, or refunded, in another currency. */
    OTHER_CURRENCY,
    /** What it says is open in another clearing bank than that of its merchant account. */
    OTHER_BANK,
    /** Entries of its payment or order are open, and none comes to its amount. */
    AMOUNT_DIFFERS,
    /** It contradicts itself: its gross at its rate less its fees is not its net. */
    CONTRADICTION
}
