package centrasage.sage200.client.read;

/**
 * Why Sage answered 401 to a write, found out by a read with the same sign-in.
 *
 * @param why what the read came to, for {@code LOST} and {@code UNKNOWN}
 */
public record SignInCheck(Verdict verdict, String why) {

    public enum Verdict {
        /** The sign-in is good, and the user may not change prices and discounts. */
        MAY_NOT_OVERRIDE_PRICES,
        /** The sign-in is good: the 401 meant some missing permission. */
        GOOD,
        /** The sign-in had ended and is renewed: the write never reached Sage's own code. */
        RENEWED,
        /** Sage takes no sign-in of ours any more. */
        LOST,
        /** The read got no answer either. */
        UNKNOWN
    }

    static SignInCheck of(Verdict verdict) {
        return new SignInCheck(verdict, "");
    }
}
