package centrasage.security.openid;

import java.util.function.Function;

/** What became of a browser's way to the provider and back. */
public sealed interface Returned {

    /**
     * The provider says who it is.
     *
     * @param wanted the page that the person wanted to see
     */
    record Known(Identity identity, String wanted) implements Returned {}

    /**
     * Nobody is let in.
     *
     * @param words why, for the log and the audit trail: never a token, a code or a secret
     */
    record Refused(Kind kind, String words) implements Returned {}

    default <T> T match(Function<Known, T> known, Function<Refused, T> refused) {
        return this instanceof Known one ? known.apply(one) : refused.apply((Refused) this);
    }

    /** Why somebody is not let in. */
    enum Kind {
        /** It was not begun here, or is used up. */
        NOT_OURS,
        /** Another browser came back than the one that was sent. */
        OTHER_BROWSER,
        /** It took too long. */
        TOO_OLD,
        /** The person or the provider said no. */
        DENIED,
        /** What the provider gave does not prove who it is. */
        NOT_TAKEN,
        /** The provider cannot be asked. */
        UNAVAILABLE,
        /** The provider knows the person, who has no role here. */
        NO_ROLE,
        /** The person's name belongs to another account here. */
        NAME_TAKEN
    }
}
