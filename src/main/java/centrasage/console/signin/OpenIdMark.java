package centrasage.console.signin;

import centrasage.security.openid.Begun;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

/**
 * The cookie that tells the browser which was sent to the company's sign-in from every other. It is {@code Lax}, because the
 * browser comes back from another site; it goes to the callback alone, and is worth nothing but the one attempt.
 */
final class OpenIdMark {
    private static final String NAME = "centrasage-openid";

    private OpenIdMark() {}

    static Cookie of(Begun begun) {
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
