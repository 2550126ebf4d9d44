package centrasage.catalogue.value;

/** How a value stands. */
public enum ValueState {
    SAME,
    /** Centra is to be told of Sage's. */
    DUE,
    /** Centra was told, and did not take it. */
    REJECTED,
    /** Somebody changed it in Centra, or it never was as in Sage: a person decides. */
    DRIFTED,
    /** Sage says different things about SKUs of which Centra has one value. */
    CONFLICT,
    /** A SKU that the other side does not know. */
    UNMATCHED
}
