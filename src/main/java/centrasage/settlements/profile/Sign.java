package centrasage.settlements.profile;

/** What says whether a line is paid to the merchant or taken. */
public enum Sign {
    /** The amount. */
    SIGNED,
    /** The type; amounts have no sign. */
    BY_TYPE,
    /** In which of two columns it stands. */
    DEBIT_CREDIT
}
