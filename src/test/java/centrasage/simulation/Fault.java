package centrasage.simulation;

/** What goes wrong in a history, and is counted each time that it does. */
enum Fault {
    KILLED("a worker's process is killed"),
    STALLED("a worker stalls, and others run meanwhile"),
    TAKEN_OVER("what a vanished worker was sending is taken over"),
    CLOCK_JUMP("the clock jumps by more than a lease"),
    CLOCK_SKEW("a node's clock is minutes off"),
    STORE_LOST_BEFORE("the database is lost before a commit"),
    STORE_LOST_AFTER("the database is lost after a commit"),
    SLOW("an answer takes longer than the lease"),
    TIMEOUT_AFTER_COMMIT("time-out, reset or 504 after the commit"),
    LATE_COMMIT("time-out, reset or 504, and the commit comes later"),
    NOTHING_CAME("time-out, reset or 504, and nothing comes of it"),
    DRAFT_LEFT("half a document is left, at once or later"),
    KILLED_WHILE_SENT("the sender is killed before the answer"),
    TURNED_AWAY("connection refused, or 429"),
    SILENT("a read gets no answer"),
    GARBLED("an answer of a read proves nothing"),
    RECORD_LOCKED("a user has the order open"),
    ACCOUNT_LOCKED("a user has the account open"),
    ON_HOLD("a user puts the order on hold"),
    SHORT_STOCK("stock is short"),
    OTHER_TOTAL("Sage arrives at another total"),
    CENTRA_SILENT("Centra does not answer"),
    PAGE_REORDERED("a page of Centra's is in another order"),
    PAGE_REPEATED("a page of Centra's repeats documents"),
    LISTED_LATE("a change is listed later than it was made");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
