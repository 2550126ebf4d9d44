package centrasage.simulator.http;

import org.jspecify.annotations.Nullable;

/**
 * What goes over the wire in the end: a response, whole or cut, or nothing at all.
 *
 * @param kill what happens to the caller once it has the answer, usually nothing
 */
record Answer(Response response, Ending ending, @Nullable Kill kill) {
    enum Ending {
        WHOLE,
        CUT_IN_BODY,
        DROPPED
    }

    static Answer whole(Response response) {
        return new Answer(response, Ending.WHOLE, null);
    }

    static Answer deadly(Response response, Kill kill) {
        return new Answer(response, Ending.WHOLE, kill);
    }

    static Answer cut(Response response) {
        return new Answer(response, Ending.CUT_IN_BODY, null);
    }

    static Answer dropped() {
        return new Answer(Response.empty(200), Ending.DROPPED, null);
    }
}
