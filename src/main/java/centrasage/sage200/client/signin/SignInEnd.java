package centrasage.sage200.client.signin;

import java.util.Optional;

/**
 * What became of an attempt to connect.
 *
 * @param person who began it; empty where whoever came back proves no part in it
 * @param words what was wrong, in plain text without secrets; they may be Sage ID's, so they are no markup
 */
public record SignInEnd(Kind kind, Optional<String> person, String words) {

    /** Everything but the first leaves the sign-in from before in force. */
    public enum Kind {
        CONNECTED,
        /** The state is absent, forged, used up, or of an attempt that was begun again since. */
        NOT_OURS,
        /** Another browser came back than the one that was sent. */
        OTHER_BROWSER,
        TOO_OLD,
        /** The person pressed Deny. */
        DENIED,
        /** Sage ID gave no code for us, or does not take the one that it gave. */
        NOT_TAKEN,
        /** Sage ID cannot be asked, does not know us, or the store does not take what it gave. */
        UNAVAILABLE
    }
}
