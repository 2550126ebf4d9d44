package centrasage.flow;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What kind of document is written; the rank is the order in which the postings of one business object go out. */
public enum PostingKind {
    ORDER(10),
    /** Follows from an order that the other side gave another total; no plan of a source document makes it. */
    ORDER_CORRECTION(11),
    /** Other lines of an order that is there, or its cancellation; each amendment is one of its own. */
    ORDER_AMENDMENT(12),
    /** A shipment of Centra's, confirmed as a despatch of its Sage order. */
    DESPATCH(20),
    /** Other tracking of a despatch that is there; each amendment is one of its own. */
    DESPATCH_TRACKING(21),
    /** A shipment of an order that is not posted itself, as an invoice of the customer account. */
    LEDGER_INVOICE(25),
    /** Money that a payment provider has taken for an order, as a receipt of the customer account into the clearing bank. */
    RECEIPT(40),
    /** Goods that came back, as a credit note of the customer account. */
    CREDIT_NOTE(50),
    /** Money that a payment provider has given back, as a payment of the customer account out of the clearing bank. */
    CUSTOMER_REFUND(51),
    /** What a gift card paid, out of the bank of gift cards to what is owed for them; or back from there. */
    GIFT_CARD(52),
    /** Pennies that the customer still owes of an order on which nothing more happens, as a credit note of its account. */
    PENNY_CREDIT(55),
    /** Pennies that an order on which nothing more happens is still in credit with, as an invoice of its account. */
    PENNY_INVOICE(56),
    /** A receipt or credit of a customer account, set off against an invoice or refund of it. */
    ALLOCATION(60),
    /** What a payment provider has exchanged, from the clearing bank of the one currency to that of the other. */
    CURRENCY_TRANSFER(70),
    /** What a payment provider has kept of a batch, or given back, for one purpose: out of the clearing bank, or into it. */
    SETTLEMENT_CHARGE(71),
    /** What a payment provider has taken for its own invoice, off the account that it has as a supplier; or given back. */
    SUPPLIER_PAYMENT(72),
    /** What a payment provider has paid to the bank, out of the clearing bank; or what went back from there. */
    PAYOUT(73),
    /** A despatch of Sage's own, as a shipment in Centra: made first, then let go, captured and completed, each by one write. */
    CENTRA_SHIPMENT(30, Side.CENTRA),
    CENTRA_GOOD_TO_GO(31, Side.CENTRA),
    CENTRA_CAPTURE(32, Side.CENTRA),
    CENTRA_COMPLETION(33, Side.CENTRA);

    /**
     * From this rank on they are entries of customer accounts and banks, and their allocations: other records than the order and its
     * shipments, and none of them builds upon another but where its plan says so.
     */
    public static final int LEDGER_RANK = 40;

    private final int rank;
    private final Side side;

    PostingKind(int rank) {
        this(rank, Side.SAGE_200);
    }

    PostingKind(int rank, Side side) {
        this.rank = rank;
        this.side = side;
    }

    /** Where it is written. */
    public Side side() {
        return side;
    }

    /** All that are written there. */
    public static Set<PostingKind> of(Side side) {
        return Arrays.stream(values()).filter(kind -> kind.side == side).collect(Collectors.toSet());
    }

    /** What it is made of, as people call it. */
    public String source() {
        if (side == Side.CENTRA) {
            return "despatch";
        }
        return switch (this) {
            case DESPATCH, DESPATCH_TRACKING, LEDGER_INVOICE -> "shipment";
            case RECEIPT, CUSTOMER_REFUND, GIFT_CARD -> "payment";
            case CREDIT_NOTE -> "return";
            case CURRENCY_TRANSFER, SETTLEMENT_CHARGE, PAYOUT, SUPPLIER_PAYMENT -> "batch";
            default -> "order";
        };
    }

    public int rank() {
        return rank;
    }

    /**
     * Whether one that is in doubt may have taken what the others of its object would take, so that none of them goes out before the
     * doubt is over.
     */
    public boolean takesFromOneStock() {
        return this == DESPATCH || this == ALLOCATION;
    }

    /** Whether each overwrites the one before it in the same object, so that none goes out before all before it are done with. */
    public boolean overwrites() {
        return this == DESPATCH_TRACKING || this == ORDER_AMENDMENT;
    }

    /** Whether it is posted for a batch of a payment provider's. */
    public boolean isOfSettlement() {
        return this == CURRENCY_TRANSFER || this == SETTLEMENT_CHARGE || this == PAYOUT || this == SUPPLIER_PAYMENT;
    }

    /** Whether it clears what rounding has left open. */
    public boolean isOfPennies() {
        return this == PENNY_CREDIT || this == PENNY_INVOICE;
    }

    /** Whether it is what a posted document asked for, and not what a source document is planned to be. */
    public boolean follows() {
        return this == ORDER_CORRECTION;
    }

    /** Whether a person's word sends it again as it is, because no plan of its source would: that has been said already. */
    public boolean isSentAgainAsItIs() {
        return follows() || overwrites() || isOfPennies() || this == ALLOCATION;
    }
}
