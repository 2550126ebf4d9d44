package centrasage.reconcile.completeness;

/** How one order or shipment stands between both systems. */
enum Standing {
    /** Both sides have it, with the same total or quantities. */
    AGREES,
    /** It waits, is being sent, or is locked: it goes on by itself, and its age is watched elsewhere. */
    UNDER_WAY,
    /** A person has an exception of it. */
    FOR_A_PERSON,
    /** Not meant for Sage, or given up by a person. */
    NOT_FOR_SAGE,
    /** Centra has it, and it never arrived here. */
    NOT_COLLECTED,
    /** It came in just now. */
    ON_ITS_WAY,
    /** Neither posted, nor under way, nor told to anybody. */
    FORGOTTEN,
    /** Posted, and not in Sage: told by order-drift of orders, here of despatches. */
    MISSING_IN_SAGE,
    /** Both have it, with other totals or quantities. */
    DIFFERS,
    /** Sage has it under our key, and Centra does not have it. */
    NOT_IN_CENTRA,
    /** Sage has it, and nothing here has posted it: told by order-drift. */
    NOT_POSTED_FROM_HERE,
    /** Completed in Centra for longer than the limit, and not despatched in Sage. */
    NOT_DESPATCHED,
    /** Several despatches in Sage carry its number: the goods may have gone out twice there. */
    SEVERAL_IN_SAGE,
    /** Not despatched in Sage, where its order is not any more, either: order-drift tells of that. */
    ORDER_GONE,
    /** Nobody can say: a side could not be read. */
    UNKNOWN
}
