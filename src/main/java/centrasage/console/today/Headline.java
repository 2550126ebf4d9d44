package centrasage.console.today;

import centrasage.console.orders.StateTable;
import centrasage.flow.PostingState;
import java.util.Set;

/**
 * What Today may say of the whole. "All posted" is said only where every order that was read is decided and the last run
 * ended well: whoever reads it goes away.
 *
 * @param read whether anything was ever read from Centra to its end
 * @param posted orders with Sage 200
 * @param missing orders that are planned or held and not with Sage 200
 * @param waiting orders received that wait for a plan, without those that are missing anyway
 * @param skipped orders that are not for Sage 200
 * @param failed whether the last run of the orders failed
 */
public record Headline(boolean read, long posted, long missing, long waiting, long skipped, boolean failed) {

    /** The sentences there are. */
    public enum Kind {
        /** Nothing was read yet. */
        UNREAD,
        /** All that was read waits for its plan. */
        WAITING,
        /** Some orders are not posted, others are. */
        MISSING,
        /** Orders are there, and none is posted. */
        NONE,
        /** Nothing is known to be missing, but the last run failed. */
        UNSURE,
        /** Every order was found not to be for Sage 200: right, or a setting that is wrong. */
        NOT_FOR_SAGE,
        /** There was no order yet. */
        EMPTY,
        ALL
    }

    static Headline of(StateTable table, boolean read, long waiting, boolean failed) {
        return new Headline(
                read,
                table.postings(Set.of(PostingState.POSTED)),
                table.postings(StateTable.UNPOSTED),
                waiting,
                table.postings(Set.of(PostingState.SKIPPED)),
                failed);
    }

    public Kind kind() {
        if (missing > 0) {
            return posted > 0 ? Kind.MISSING : Kind.NONE;
        }
        if (waiting > 0) {
            return Kind.WAITING;
        }
        if (!read) {
            return Kind.UNREAD;
        }
        return failed ? Kind.UNSURE : settled();
    }

    private Kind settled() {
        if (posted > 0) {
            return Kind.ALL;
        }
        return skipped > 0 ? Kind.NOT_FOR_SAGE : Kind.EMPTY;
    }

    /** Whether it is good news without any reserve. */
    public boolean good() {
        return kind() == Kind.ALL;
    }
}
