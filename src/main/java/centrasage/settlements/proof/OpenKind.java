package centrasage.settlements.proof;

/** What can be open in a clearing bank. */
public enum OpenKind {
    /** Receipts that no file has paid out. */
    RECEIPTS("paid by shoppers, not paid out"),
    /** Refunds that no file has taken off. */
    REFUNDS("given back to shoppers, not taken off"),
    /** Lines of files that settle nothing which is known here. */
    UNMATCHED_LINES("lines of payouts that settle nothing known"),
    /** Balances that a batch carries to the next. */
    CARRIED("balances carried between batches"),
    /** What is to be posted for batches, and is not in Sage yet. */
    NOT_POSTED("postings of payouts that are under way or held");

    private final String words;

    OpenKind(String words) {
        this.words = words;
    }

    /** As people call it. */
    public String words() {
        return words;
    }
}
