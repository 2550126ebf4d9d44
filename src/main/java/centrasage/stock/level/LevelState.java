package centrasage.stock.level;

/** Where a SKU stands between Sage 200 and Centra. */
public enum LevelState {
    /** Sage says something that Centra was not told yet. */
    DUE,
    /** It is being told, or was, without an answer. */
    SENDING,
    /** Centra shows it. */
    SHOWN,
    /** A person has to look at it before Centra is told. */
    HELD,
    /** Centra has no such SKU, or more than one. */
    UNMATCHED,
    /** Sage shows it in a way that says nothing: Centra keeps what it was told before. */
    UNREADABLE
}
