package centrasage.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, read whole, so that a late commit can work on it after its connection has gone. */
public final class Request {
    private static final int BODY_BYTES_MAX = 16 * 1024 * 1024;

    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Headers headers;
    private final byte[] body;
    private final String connection;
    private final Map<String, String> pathParameters;
    private final boolean halfMade;

    private Request(Request from, Map<String, String> pathParameters, boolean halfMade) {
        this.method = from.method;
        this.path = from.path;
        this.query = from.query;
        this.headers = from.headers;
        this.body = from.body;
        this.connection = from.connection;
        this.pathParameters = pathParameters;
        this.halfMade = halfMade;
    }

    private Request(HttpExchange exchange) throws IOException {
        method = exchange.getRequestMethod();
        path = exchange.getRequestURI().getPath();
        query = form(exchange.getRequestURI().getRawQuery());
        headers = exchange.getRequestHeaders();
        body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        connection = exchange.getRemoteAddress().toString();
        pathParameters = Map.of();
        halfMade = false;
        if (body.length > BODY_BYTES_MAX) {
            throw new IOException("request body over " + BODY_BYTES_MAX + " bytes");
        }
    }

    static Request read(HttpExchange exchange) throws IOException {
        return new Request(exchange);
    }

    Request withPathParameters(Map<String, String> parameters) {
        return new Request(this, parameters, halfMade);
    }

    Request asHalfMade() {
        return new Request(this, pathParameters, true);
    }

    /** Whether the fault {@link FaultKind#HALF_MADE_DRAFT} asks the simulator to leave this write half done. */
    public boolean halfMade() {
        return halfMade;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** Names the TCP connection: connection-bound sign-ins such as NTLM need it. */
    public String connection() {
        return connection;
    }

    public Map<String, String> query() {
        return query;
    }

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    /** A variable of the route's template. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no {" + name + "} in the route of " + path);
        }
        return value;
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; throws {@link IOException} when it is not. */
    public JsonNode json() throws IOException {
        return Json.read(body);
    }

    /** The body as a JSON object, an empty body being an empty object; anything else is answered with 400. */
    public ObjectNode jsonObject() {
        if (body.length == 0) {
            return Json.object();
        }
        try {
            if (json() instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new Refusal(Response.message(400, "The body is not JSON: " + e.getMessage()));
        }
        throw new Refusal(Response.message(400, "The body must be a JSON object."));
    }

    /** The body as {@code application/x-www-form-urlencoded}. */
    public Map<String, String> form() {
        return form(text());
    }

    private static Map<String, String> form(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.put(decode(name), decode(value));
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }
}
