package centrasage.security.openid;

/**
 * What a browser brings back from the provider. Anybody can call our address with anything; absent parts are empty.
 *
 * @param code what the provider gave for us
 * @param error its code of why it gave none, such as {@code access_denied}
 * @param issuer who answers, where the provider says so (RFC 9207)
 * @param browser what the browser shows to be the one that was sent
 */
public record ComingBack(String state, String code, String error, String issuer, String browser) {
    /** The code is worth a sign-in. */
    @Override
    public String toString() {
        return "ComingBack[" + (code.isEmpty() ? "without a code" : "with a code") + "]";
    }
}
