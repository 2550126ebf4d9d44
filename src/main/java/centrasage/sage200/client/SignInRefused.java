package centrasage.sage200.client;

/** Connecting to Sage did not succeed; the message says why, for the administrator who tries. */
public final class SignInRefused extends Exception {
    private static final long serialVersionUID = 1L;

    SignInRefused(String why) {
        super(why);
    }
}
