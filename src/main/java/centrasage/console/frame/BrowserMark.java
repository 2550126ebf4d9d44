package centrasage.console.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/**
 * The cookie that tells the browser which was sent to another site for signing in from every other. The session's cookie cannot: it
 * is {@code SameSite=Strict} and stays behind when another site sends the browser back. This one is {@code Lax}, goes to the
 * callback alone, and is worth nothing but the one attempt.
 */
public enum BrowserMark {
    /** Of an administrator who lets this application into Sage 200. */
    SAGE_ID("centrasage-connect"),
    /** Of somebody who signs in at the company's provider. */
    COMPANY("centrasage-openid");

    private final String cookie;

    BrowserMark(String cookie) {
        this.cookie = cookie;
    }

    /**
     * @param callback where the browser comes back, by its own words: behind a proxy path and protocol are not what we see ourselves
     * @param life how long the attempt is good for
     */
    public Cookie of(String value, URI callback, Duration life) {
        Cookie made = new Cookie(cookie, value);
        made.setPath(callback.getPath());
        made.setSecure("https".equals(callback.getScheme()));
        made.setHttpOnly(true);
        made.setAttribute("SameSite", "Lax");
        made.setMaxAge((int) life.toSeconds());
        return made;
    }

    /** Takes it away again. */
    public Cookie gone(URI callback) {
        return of("", callback, Duration.ZERO);
    }

    /** What the browser shows; empty where it shows nothing. */
    public String in(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(each -> each.getName().equals(cookie))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }
}
