package centrasage.flow;

/** What kind of document is written; the rank is the order in which the postings of one business object go out. */
public enum PostingKind {
    ORDER(10);

    private final int rank;

    PostingKind(int rank) {
        this.rank = rank;
    }

    public int rank() {
        return rank;
    }
}
