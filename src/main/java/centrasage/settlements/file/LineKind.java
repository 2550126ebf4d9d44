package centrasage.settlements.file;

/** What a line of a settlement file is, whatever its provider calls it; what it does to the balance of the batch is its net. */
public enum LineKind {
    /** A payment that was captured. */
    SALE,
    /** A payment that was given back. */
    REFUND,
    /** A refund that failed and came back. */
    REFUND_REVERSAL,
    CHARGEBACK,
    /** A chargeback that was won, or is given back until it is decided. */
    CHARGEBACK_REVERSAL,
    /** What the provider keeps for its work, in a line of its own. */
    FEE,
    /** The provider's invoice, or a part of one, taken from what it pays out. */
    INVOICE_DEDUCTION,
    /** Held back as security, or given back of it. */
    RESERVE,
    /** Carried from another batch, or to one. */
    BALANCE_CARRY,
    /** Paid to the merchant's bank, or for a pay-in taken from there. */
    PAYOUT,
    /** A payout that the merchant's bank sent back. */
    PAYOUT_RETURN,
    /** From one currency of the merchant account to another. */
    CONVERSION,
    /** VAT on fees, in a line of its own. */
    TAX,
    /** A correction of the provider's that a person must explain. */
    ADJUSTMENT;

    /** Many of them, as people call them. */
    public String words() {
        return switch (this) {
            case SALE -> "sales";
            case REFUND -> "refunds";
            case REFUND_REVERSAL -> "reversed refunds";
            case CHARGEBACK -> "chargebacks";
            case CHARGEBACK_REVERSAL -> "reversed chargebacks";
            case FEE -> "fees";
            case INVOICE_DEDUCTION -> "deductions for invoices";
            case RESERVE -> "reserves";
            case BALANCE_CARRY -> "carried balances";
            case PAYOUT -> "payouts";
            case PAYOUT_RETURN -> "returned payouts";
            case CONVERSION -> "conversions";
            case TAX -> "VAT on fees";
            case ADJUSTMENT -> "adjustments";
        };
    }

    /** Whether it moves the money of one payment of a shopper. */
    public boolean isOfPayment() {
        return switch (this) {
            case SALE, REFUND, REFUND_REVERSAL, CHARGEBACK, CHARGEBACK_REVERSAL -> true;
            default -> false;
        };
    }

    /** Whether it moves money between the provider and the merchant's bank. */
    public boolean isOfPayout() {
        return this == PAYOUT || this == PAYOUT_RETURN;
    }
}
