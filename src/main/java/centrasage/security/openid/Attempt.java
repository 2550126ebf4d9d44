package centrasage.security.openid;

import centrasage.flow.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * One way to the provider and back.
 *
 * @param state what the provider hands back
 * @param browser what the browser shows to be the one that was sent
 * @param nonce what the token must hold, so that it is one for this attempt
 * @param verifier of PKCE: whoever redeems the code must show it
 * @param wanted the page that the person wanted to see
 */
record Attempt(String state, String browser, String nonce, String verifier, String wanted) {
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Attempt to(String wanted) {
        return new Attempt(randomText(), randomText(), randomText(), randomText(), wanted);
    }

    /** What the store keeps of what only the browser and the provider may know. */
    static String hash(String text) {
        return Sha256.hex(text);
    }

    private static String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** None of its parts must end in a log. */
    @Override
    public String toString() {
        return "Attempt[to " + wanted + "]";
    }
}
