package centrasage.desk.alert.outbox;

/** Why a message is written. */
public enum Purpose {
    ALERT,
    MENDED,
    DIGEST,
    /** A person wants to see whether it arrives. */
    TEST
}
