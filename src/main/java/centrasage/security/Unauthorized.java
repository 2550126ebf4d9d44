package centrasage.security;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer to a machine that has not signed in: a problem document of RFC 9457 that asks for HTTP Basic. */
final class Unauthorized {
    private Unauthorized() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean tried = request.getHeader("Authorization") != null;
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic realm=\"centra-sage200\", charset=\"UTF-8\"");
        SecurityHeaders.forMachines(response);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(problem(tried, request.getRequestURI()));
        response.flushBuffer();
    }

    private static String problem(boolean tried, String path) {
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", "Unauthorized")
                .add("status", HttpServletResponse.SC_UNAUTHORIZED)
                .add("detail", tried ? "The name or the password is wrong" : "Nobody is signed in")
                .add("instance", path)
                .add("remedy", "Send a name and a password by HTTP Basic, or sign in to the console first")
                .build()
                .toString();
    }
}
