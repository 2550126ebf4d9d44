package centrasage.console.connect;

import centrasage.sage200.client.signin.SignInBegun;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/**
 * The cookie that tells the browser which was sent to Sage ID from every other. The session's cookie cannot: it is
 * {@code SameSite=Strict} and stays behind when another site sends the browser back. This one is {@code Lax}, goes to the
 * callback alone, and is worth nothing but the one attempt.
 */
final class BrowserMark {
    private static final String NAME = "centrasage-connect";

    private BrowserMark() {}

    static Cookie of(SignInBegun begun) {
        return cookie(begun.browser(), begun.callback(), begun.goodFor());
    }

    /** Takes it away again. */
    static Cookie gone(URI callback) {
        return cookie("", callback, Duration.ZERO);
    }

    /** What the browser shows; empty where it shows nothing. */
    static String in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    /** Path and protocol are those by which the browser comes back: behind a proxy they are not what we see ourselves. */
    private static Cookie cookie(String value, URI callback, Duration life) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath(callback.getPath());
        cookie.setSecure("https".equals(callback.getScheme()));
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) life.toSeconds());
        return cookie;
    }
}
