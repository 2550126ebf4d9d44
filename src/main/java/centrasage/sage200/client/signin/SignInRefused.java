package centrasage.sage200.client.signin;

/** Sage ID takes neither our code nor our refresh token any more; only a person's new consent helps. */
final class SignInRefused extends Exception {
    private static final long serialVersionUID = 1L;

    SignInRefused(String why) {
        super(why);
    }
}
