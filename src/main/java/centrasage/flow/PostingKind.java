package centrasage.flow;

/** What kind of document is written; the rank is the order in which the postings of one business object go out. */
public enum PostingKind {
    ORDER(10),
    /** Follows from an order that the other side gave another total; no plan of a source document makes it. */
    ORDER_CORRECTION(11),
    /** A shipment of Centra's, confirmed as a despatch of its Sage order. */
    DESPATCH(20),
    /** Other tracking of a despatch that is there; each amendment is one of its own. */
    DESPATCH_TRACKING(21);

    private final int rank;

    PostingKind(int rank) {
        this.rank = rank;
    }

    /** What of Centra's it is made of, as people call it. */
    public String source() {
        return this == DESPATCH || this == DESPATCH_TRACKING ? "shipment" : "order";
    }

    public int rank() {
        return rank;
    }

    /**
     * Whether one that is in doubt may have taken what the others of its object would take, so that none of them goes out before the
     * doubt is over.
     */
    public boolean takesFromOneStock() {
        return this == DESPATCH;
    }

    /** Whether each overwrites the one before it in the same object, so that none goes out before all before it are done with. */
    public boolean overwrites() {
        return this == DESPATCH_TRACKING;
    }

    /** Whether it is what a posted document asked for, and not what a source document is planned to be. */
    public boolean follows() {
        return this == ORDER_CORRECTION;
    }
}
