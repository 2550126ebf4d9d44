package centrasage.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** What an answer to a machine tells a browser that shows it all the same: run nothing, frame nothing, keep nothing. */
public final class SecurityHeaders {
    private static final Map<String, String> FOR_MACHINES = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    public static void forMachines(HttpServletResponse response) {
        FOR_MACHINES.forEach(response::setHeader);
    }
}
