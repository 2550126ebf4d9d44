package centrasage.sage200.client.signin;

/**
 * What the browser brings to our callback. Anybody can call it with anything; absent parts are empty.
 *
 * @param state what Sage ID handed back
 * @param code what Sage ID gave for us
 * @param error Sage ID's code of why it gave none, such as {@code access_denied}
 * @param errorDescription the same in Sage ID's words
 * @param browser what the browser shows to be the one that we sent
 */
public record ComingBack(String state, String code, String error, String errorDescription, String browser) {
    private static final int WORDS_MAX = 300;

    /** Sage ID's reason in plain text; it came through a browser, so it is never taken for more than words. */
    String reason() {
        String words = (error + (errorDescription.isBlank() ? "" : ": " + errorDescription))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return words.length() <= WORDS_MAX ? words : words.substring(0, WORDS_MAX) + "…";
    }

    /** The code is worth a sign-in. */
    @Override
    public String toString() {
        return "ComingBack[" + reason() + "]";
    }
}
