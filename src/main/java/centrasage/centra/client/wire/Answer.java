package centrasage.centra.client.wire;

import java.time.Instant;

/** What became of one request. */
sealed interface Answer {

    /** Whole and without errors. */
    record Complete(Envelope envelope) implements Answer {}

    /** Refused unseen because the quota is used up; nothing may be sent before {@code until}. */
    record Throttled(Instant until) implements Answer {}

    /**
     * Not answered.
     *
     * @param why in words that name the thing and the remedy
     * @param passing whether the same request may succeed in a moment
     * @param ofTheRequest whether Centra looked at the request and found this one wrong, or stumbled over it: another may do well
     */
    record Failed(String why, boolean passing, boolean ofTheRequest) implements Answer {
        /** Whatever would have been asked. */
        static Failed ofAny(String why, boolean passing) {
            return new Failed(why, passing, false);
        }
    }
}
