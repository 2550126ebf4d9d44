package centrasage.simulator.centra;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Talks to the simulator over real HTTP, as an integration and as the shop's staff. */
public final class CentraClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private String token = CentraOptions.DEFAULT_TOKEN;

    public CentraClient(URI base) {
        this.base = base;
    }

    CentraClient as(String newToken) {
        token = newToken;
        return this;
    }

    /** The whole answer to a query in which single quotes stand for double ones. */
    public JsonNode query(String query) {
        return Json.parse(post(query).body());
    }

    public JsonNode query(String query, ObjectNode variables) {
        ObjectNode body = Json.object().put("query", query);
        body.set("variables", variables);
        return Json.parse(send("POST", "/graphql", body.toString()).body());
    }

    public JsonNode data(String query) {
        JsonNode answer = query(query);
        if (answer.has("errors")) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("data");
    }

    public HttpResponse<String> post(String query) {
        return send(
                "POST",
                "/graphql",
                Json.object().put("query", query.replace('\'', '"')).toString());
    }

    public JsonNode control(String method, String path, String json) {
        HttpResponse<String> response = send(method, "/control/" + path, json.replace('\'', '"'));
        if (response.statusCode() >= 300) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return Json.parse(response.body());
    }

    public HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
