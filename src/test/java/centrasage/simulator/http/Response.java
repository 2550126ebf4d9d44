package centrasage.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer, complete before a byte of it is sent, so that a fault can cut it. */
public final class Response {
    private static final String JSON = "application/json; charset=utf-8";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** A status without a byte of body, as gateways and Sage's 401 answer. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    public static Response json(Object value) {
        return json(200, value);
    }

    public static Response json(int status, Object value) {
        return new Response(status, Map.of("Content-Type", JSON), Json.write(value));
    }

    /** An error body in the one form seen in the wild: {@code {"Message": "..."}}. */
    public static Response message(int status, String message) {
        return json(status, Json.object().put("Message", message));
    }

    public static Response html(int status, String html) {
        return new Response(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8));
    }

    public Response withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    public int status() {
        return status;
    }

    public boolean succeeded() {
        return status < 300;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body.clone();
    }
}
