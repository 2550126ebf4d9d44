package centrasage.simulator.sage200.auth;

import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Sage ID's page on which an administrator lets the integration in. */
final class ConsentPage {
    private static final String AUDIENCE = "s200ukipd/sage200";
    private static final List<String> CARRIED =
            List.of("client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

    private final AuthSettings settings;
    private final Tokens tokens;

    ConsentPage(AuthSettings settings, Tokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.on("GET", "/authorize", this::ask);
        router.on("POST", "/authorize", this::answer);
    }

    private Response ask(Request request) {
        Map<String, String> query = request.query();
        String fault = fault(query);
        if (!fault.isEmpty()) {
            return Response.html(400, "<h1>Sage ID (simulated)</h1><p>" + escape(fault) + "</p>");
        }
        StringBuilder hidden = new StringBuilder();
        for (String name : CARRIED) {
            hidden.append("<input type=\"hidden\" name=\"")
                    .append(name)
                    .append("\" value=\"")
                    .append(escape(query.getOrDefault(name, "")))
                    .append("\">\n");
        }
        return Response.html(200, """
                <!DOCTYPE html><html lang="en"><head><title>Sage ID (simulated)</title></head><body>
                <h1>Sage ID (simulated)</h1>
                <p>%s asks to use Sage 200 on your behalf.</p>
                <form method="post" action="/authorize">
                %s<button name="decision" value="allow">Allow</button>
                <button name="decision" value="deny">Deny</button>
                </form></body></html>
                """.formatted(escape(query.getOrDefault("client_id", "")), hidden));
    }

    private Response answer(Request request) {
        Map<String, String> form = request.form();
        String fault = fault(form);
        if (!fault.isEmpty()) {
            return Response.html(400, "<p>" + escape(fault) + "</p>");
        }
        String redirect = form.getOrDefault("redirect_uri", "");
        String state = "&state=" + encode(form.getOrDefault("state", ""));
        String start = redirect + (redirect.contains("?") ? "&" : "?");
        if (!"allow".equals(form.get("decision"))) {
            return found(start + "error=access_denied&error_description=User+did+not+authorize+the+request" + state);
        }
        boolean offline = List.of(form.getOrDefault("scope", "").split(" ")).contains("offline_access");
        String code = tokens.newCode(
                form.getOrDefault("client_id", ""), redirect, form.getOrDefault("code_challenge", ""), offline);
        return found(start + "code=" + encode(code) + state);
    }

    /** What is wrong with the request for consent, or nothing. */
    private String fault(Map<String, String> request) {
        String registered = settings.text("redirectUri");
        String redirect = request.getOrDefault("redirect_uri", "");
        if (!settings.text("clientId").equals(request.get("client_id"))) {
            return "Unknown client.";
        }
        if (redirect.isEmpty() || (!registered.isEmpty() && !registered.equals(redirect))) {
            return "Callback URL mismatch: " + redirect;
        }
        if (request.containsKey("response_type") && !"code".equals(request.get("response_type"))) {
            return "response_type must be code.";
        }
        if (request.containsKey("audience") && !AUDIENCE.equals(request.get("audience"))) {
            return "Service not found: " + request.get("audience");
        }
        String challenge = request.getOrDefault("code_challenge", "");
        boolean plain = !challenge.isEmpty() && !"S256".equals(request.get("code_challenge_method"));
        return plain ? "code_challenge_method must be S256." : "";
    }

    private static Response found(String location) {
        return Response.empty(302).withHeader("Location", location);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
