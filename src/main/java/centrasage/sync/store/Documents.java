package centrasage.sync.store;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Side;
import centrasage.sync.totals.Tally;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The documents that people count together. What follows from orders has an amount too, and it is the orders' own money. */
public enum Documents {
    /** With their corrections that are not there yet. */
    ORDERS(Set.of()),
    /** Other lines of orders that are there, and their cancellations. */
    AMENDMENTS(Set.of(PostingKind.ORDER_AMENDMENT)),
    /** Shipments of Centra's, despatched in Sage 200. */
    DESPATCHES(Set.of(PostingKind.DESPATCH)),
    /** Other tracking of what is despatched there. */
    TRACKING(Set.of(PostingKind.DESPATCH_TRACKING)),
    /** Shipments of orders that are not posted themselves, as invoices of customer accounts. */
    LEDGER_INVOICES(Set.of(PostingKind.LEDGER_INVOICE)),
    /** Money that payment providers have taken, as receipts of customer accounts. */
    RECEIPTS(Set.of(PostingKind.RECEIPT)),
    /** Goods that came back, as credit notes of customer accounts. */
    CREDITS(Set.of(PostingKind.CREDIT_NOTE)),
    /** Money that they have given back, as payments of customer accounts. */
    REFUNDS(Set.of(PostingKind.CUSTOMER_REFUND)),
    /** What gift cards paid, from their bank to what is owed for them; the same money as the receipts. */
    GIFT_CARDS(Set.of(PostingKind.GIFT_CARD)),
    /** What rounding left open on customer accounts, cleared there. */
    PENNIES(Set.of(PostingKind.PENNY_CREDIT, PostingKind.PENNY_INVOICE)),
    /** Entries of customer accounts that are set off against each other; the same money as those. */
    ALLOCATIONS(Set.of(PostingKind.ALLOCATION)),
    /** What payment providers have paid to the bank, and what went back from there. */
    PAYOUTS(Set.of(PostingKind.PAYOUT)),
    /** What they have kept, or given back, their own invoices among it. */
    CHARGES(Set.of(PostingKind.SETTLEMENT_CHARGE, PostingKind.SUPPLIER_PAYMENT)),
    /** What they have exchanged between currencies. */
    CURRENCY_TRANSFERS(Set.of(PostingKind.CURRENCY_TRANSFER)),
    /** Sage's own despatches, shipped, captured and completed in Centra. */
    STEPS(PostingKind.of(Side.CENTRA));

    private static final Set<PostingKind> ORDERS_KINDS = Set.of(PostingKind.ORDER, PostingKind.ORDER_CORRECTION);

    private final Set<PostingKind> kinds;

    Documents(Set<PostingKind> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /** Those that a posting of this kind is counted with. */
    public static Documents of(PostingKind kind) {
        return Arrays.stream(values())
                .filter(each -> each.kinds.contains(kind))
                .findFirst()
                .orElse(ORDERS);
    }

    /** Whether a posting {@code p} is one of them, in JPQL. */
    String condition() {
        return this == ORDERS ? Postings.NO_PART_OF_ANOTHER : kindsIn();
    }

    /** As {@link #condition}, but each of them once: what went over to another company counts there alone. */
    String countedOnce() {
        return this == ORDERS ? Postings.NO_PART_OF_ANOTHER + " AND p.elsewhere = FALSE" : kindsIn();
    }

    /** As {@link #countedOnce}, of a tally. */
    boolean count(Tally tally) {
        if (this != ORDERS) {
            return kinds.contains(tally.kind());
        }
        boolean isPartOfAnother = tally.kind() == PostingKind.ORDER_CORRECTION && tally.state() == PostingState.POSTED;
        return ORDERS_KINDS.contains(tally.kind()) && !isPartOfAnother && !tally.elsewhere();
    }

    private String kindsIn() {
        return kinds.stream()
                .map(kind -> PostingKind.class.getName() + "." + kind.name())
                .sorted()
                .collect(Collectors.joining(", ", "p.kind IN (", ")"));
    }
}
