package centrasage.simulator.http;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong with a request, named as in the control API. */
public enum FaultKind {
    /** The answer comes late, and is otherwise whole; the only kind that joins another. */
    LATENCY("latency"),
    /** Committed, then silence for {@code holdMillis}, then the connection drops. */
    TIMEOUT_AFTER_COMMIT("timeout-after-commit"),
    /** No answer; the commit happens after a drawn delay. */
    LATE_COMMIT("late-commit"),
    /** Committed, and a gateway answers 504. */
    GATEWAY_TIMEOUT_AFTER_COMMIT("504-after-commit"),
    /** Never reached the system; the same 504. */
    GATEWAY_TIMEOUT_BEFORE_COMMIT("504-before-commit"),
    /** Committed, and the connection ends in the middle of the body. */
    RESET_AFTER_COMMIT("reset-after-commit"),
    /** Never reached the system; the connection ends without an answer. */
    RESET_BEFORE_COMMIT("reset-before-commit"),
    /** Refused for the rate, with {@code Retry-After}. */
    TOO_MANY_REQUESTS("429"),
    /** Refused by a server error, nothing done. */
    SERVER_ERROR("500"),
    /** Refused because a person has the record open. */
    LOCK("lock"),
    /** The simulator does half of the work and refuses the rest, see {@link Request#halfMade()}. */
    HALF_MADE_DRAFT("half-made-draft"),
    /** Committed, and answered with 200 and a page that is not JSON, as a proxy's sign-in page is. */
    MALFORMED_AFTER_COMMIT("malformed-after-commit"),
    /** Never reached the system; silence for {@code holdMillis}, then the connection drops. */
    TIMEOUT_BEFORE_COMMIT("timeout-before-commit"),
    /** Refused like a wrong sign-in, without a word. */
    UNAUTHORIZED("401");

    private final String wireName;

    FaultKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static Optional<FaultKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst();
    }
}
