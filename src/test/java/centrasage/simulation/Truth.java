package centrasage.simulation;

/** What must hold after every history. */
enum Truth {
    /** Nothing is unfinished, in doubt or waiting, and nobody is asked without a cause. */
    AT_REST,
    /** Each eligible order has exactly one live order in Sage. */
    ONE_ORDER,
    /** Its total is Centra's, or a person was told of the difference. */
    TOTAL,
    /** Nothing ineligible is in Sage. */
    NOTHING_INELIGIBLE,
    /** No half-made document is left. */
    NOTHING_HALF_MADE,
    /** Each completed shipment of an order in Sage has exactly one despatch with its number. */
    ONE_DESPATCH,
    /** It holds what the shipment holds. */
    QUANTITIES,
    /** Its courier and consignment are what Centra says last. */
    TRACKING,
    /** Never more is despatched than ordered. */
    NEVER_MORE,
    /** No despatch is of another order's shipment, or of one that has not left. */
    ITS_OWN_SHIPMENT,
    /** What our books link is in Sage. */
    LINKED_TO_SAGE,
    /** What is in Sage is linked by our books. */
    LINKED_FROM_SAGE,
    /** People are told of nothing that is not so. */
    NOTHING_TOLD_IN_VAIN
}
