package centrasage.settlements.store;

import centrasage.settlements.file.LineKind;
import java.util.Set;

/** What becomes of a line. */
public enum LineState {
    /** It settles a receipt or refund, and none was found yet. */
    OPEN,
    /** What it settles is known. */
    SETTLED,
    /** A person must say what it is. */
    PERSON,
    /** A person has entered it in Sage by hand, or says why nothing is to be entered: it is open no more. */
    EXPLAINED,
    /** A person has put it into suspense: that is posted by itself. */
    SUSPENSE,
    /** It is posted by itself. */
    PAYOUT,
    /** It stays in the clearing bank, to or from another batch. */
    CARRIED,
    /** It is posted with all others of its kind in one sum. */
    SUMMED;

    /** Of those that settle nothing known: they are open in a clearing bank the other way round. */
    public static final Set<LineState> WAITING = Set.of(OPEN, PERSON);

    /** With what a line of this kind begins. */
    static LineState of(LineKind kind) {
        return switch (kind) {
            case SALE, REFUND -> OPEN;
            case REFUND_REVERSAL, ADJUSTMENT -> PERSON;
            case PAYOUT, PAYOUT_RETURN -> PAYOUT;
            case BALANCE_CARRY -> CARRIED;
            case CHARGEBACK, CHARGEBACK_REVERSAL, FEE, INVOICE_DEDUCTION, RESERVE, CONVERSION, TAX -> SUMMED;
        };
    }
}
