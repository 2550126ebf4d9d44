package centrasage.flow.event;

import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.money.Money;

/**
 * Something about a posted document needs a person, though its state stays what it is: a second document for its key, another
 * total than planned, other VAT in it or another day, or a source that changed after posting.
 *
 * @param amount the money at risk: of a change after posting, the money by which both sides differ
 */
public record PostingFinding(long postingId, PostingKey key, Kind kind, Money amount, Reason reason) {

    public enum Kind {
        DUPLICATE,
        TOTAL_DIFFERS,
        VAT_DIFFERS,
        /** It was there already, with another day than it would have been posted with. */
        DATE_DIFFERS,
        CHANGED_AFTER_POSTING,
        /** More or less was taken for an order than it comes to. */
        CAPTURES_DIFFER
    }
}
