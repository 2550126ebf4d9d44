package centrasage.simulator.sage200.fields;

import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;

/** The two ways in which Sage turns a caller away. */
public final class Refused {
    private Refused() {}

    /** 400 with the first thing that is wrong; Sage never lists more than one. */
    public static Refusal because(String message) {
        return new Refusal(Response.message(400, message));
    }

    /** 401 without a word: a missing right looks like a missing sign-in. */
    public static Refusal silently() {
        return new Refusal(Response.empty(401));
    }

    public static void unless(boolean holds, String message) {
        if (!holds) {
            throw because(message);
        }
    }
}
