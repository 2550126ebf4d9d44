package centrasage.console.life;

import centrasage.flow.PostingState;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of a posting's state, as the audit trail writes it down: {@code SENDING -> POSTED, as 0000000231}.
 *
 * @param from the same as {@code to} where it was planned for the first time, or again with the same end
 * @param more what the trail says besides; may be empty
 */
record Change(PostingState from, PostingState to, String more) {
    /** How the store tells that it is sent again in a lesser form. */
    private static final String REFUSED = "refused as it was";

    private static final Pattern TRAIL = Pattern.compile("([A-Z_]+)(?: -> ([A-Z_]+))?(?:, (.*))?", Pattern.DOTALL);

    /** Empty where the row tells of something else than a change of state. */
    static Optional<Change> of(String action, String detail) {
        Matcher trail = TRAIL.matcher(detail);
        if (!trail.matches()) {
            return Optional.empty();
        }
        Optional<PostingState> to = state(action);
        Optional<PostingState> from = state(trail.group(1));
        String more = trail.group(3) == null ? "" : trail.group(3);
        return to.isPresent() && from.isPresent()
                ? Optional.of(new Change(from.get(), to.get(), more))
                : Optional.empty();
    }

    private static Optional<PostingState> state(String name) {
        return Arrays.stream(PostingState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    /** Where it happened, in words. */
    String place() {
        return switch (to) {
            case POSTED, LOCKED, PARKED, REFUSED, REVERSED -> "Sage 200";
            case PLANNED, WAITING, SENDING, IN_DOUBT, HELD, SKIPPED, ABANDONED -> "Here";
        };
    }

    /** What happened, in words. */
    String title() {
        return switch (to) {
            case PLANNED -> planned();
            case WAITING -> "Planned; waits for another document";
            case SENDING -> "Sent to Sage 200";
            case IN_DOUBT -> "In doubt: sent, and no answer came";
            case POSTED -> posted();
            case LOCKED -> "Locked: a Sage 200 user has a record open";
            case PARKED -> "Parked: Sage 200 cannot take it for now";
            case REFUSED -> "Refused: Sage 200 will not take it as it is";
            case HELD -> held();
            case SKIPPED -> "Not for Sage 200";
            case ABANDONED -> "Given up";
            case REVERSED -> "Reversed in Sage 200";
        };
    }

    private String held() {
        return switch (from) {
            case HELD -> "Held: cannot be posted";
            case ABANDONED -> "Taken up again: it is planned next";
            default -> "Held: can no longer be posted";
        };
    }

    private String posted() {
        return switch (from) {
            case SENDING -> "Posted";
            case IN_DOUBT -> "Found in Sage 200: posted";
            default -> "In Sage 200 already: nothing was sent";
        };
    }

    private String planned() {
        return switch (from) {
            case SENDING ->
                more.startsWith(REFUSED)
                        ? "Refused as it was: sent again asking for less"
                        : "Not sent: Sage 200 could not be reached";
            case IN_DOUBT -> "Not in Sage 200: planned again";
            case HELD, REFUSED, SKIPPED, ABANDONED -> "Planned again: may be posted now";
            default -> "Planned: may be posted";
        };
    }
}
