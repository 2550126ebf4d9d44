package centrasage.security;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The answer to a machine that is not let in: a problem document of RFC 9457, mostly one that asks for HTTP Basic. */
final class Unauthorized {
    private static final int TOO_MANY_REQUESTS = 429;

    private Unauthorized() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean tried = request.getHeader("Authorization") != null;
        response.setHeader("WWW-Authenticate", "Basic realm=\"centra-sage200\", charset=\"UTF-8\"");
        write(
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                request.getRequestURI(),
                "Unauthorized",
                tried ? "The name or the password is wrong" : "Nobody is signed in",
                "Send a name and a password by HTTP Basic, or sign in to the console first");
    }

    /** Without asking for HTTP Basic: no password is looked at before the time is over. */
    static void tooOften(HttpServletRequest request, HttpServletResponse response, Duration left) throws IOException {
        long seconds = left.toSeconds() + 1;
        response.setHeader("Retry-After", Long.toString(seconds));
        write(
                response,
                TOO_MANY_REQUESTS,
                request.getRequestURI(),
                "Too Many Requests",
                "Too many passwords were wrong; none is looked at for " + seconds + " seconds",
                "Correct the password where it is stored, and try again after that time");
    }

    /** Signed in, with a password that somebody else chose. */
    static void mustChange(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                response,
                HttpServletResponse.SC_FORBIDDEN,
                request.getRequestURI(),
                "Forbidden",
                "This account must choose a password of its own before anything else",
                "Sign in to the console and choose one, or send {\"old\": \"…\", \"new\": \"…\"} by POST to /api/password");
    }

    private static void write(
            HttpServletResponse response, int status, String path, String title, String detail, String remedy)
            throws IOException {
        response.setStatus(status);
        SecurityHeaders.forMachines(response);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("type", "about:blank")
                        .add("title", title)
                        .add("status", status)
                        .add("detail", detail)
                        .add("instance", path)
                        .add("remedy", remedy)
                        .build()
                        .toString());
        response.flushBuffer();
    }
}
