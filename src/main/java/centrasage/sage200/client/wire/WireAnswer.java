package centrasage.sage200.client.wire;

/** What one write over the wire came to, before anybody asks what it means. */
public sealed interface WireAnswer {

    /** The connection was never made: provably not a byte of the request left. */
    record NotSent(String why) implements WireAnswer {}

    /** The request may have been read, in whole or in part, and no complete answer came back. */
    record Lost(String why) implements WireAnswer {}

    /**
     * A complete answer.
     *
     * @param body empty where there was none
     */
    record Answered(int status, String body) implements WireAnswer {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** What Sage says may repeat what was sent to it, and personal data must not end in a log. */
        @Override
        public String toString() {
            return "HTTP " + status + " with " + body.length() + " characters";
        }
    }
}
