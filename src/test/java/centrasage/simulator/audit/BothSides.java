package centrasage.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.Simulators;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Site;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Acts on both simulators as people and integrations do; bodies may be written with single quotes. */
final class BothSides implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulators simulators;

    BothSides(Simulators simulators) {
        this.simulators = simulators;
    }

    URI centra() {
        return simulators.centra().baseUrl();
    }

    URI sage() {
        return simulators.sage().baseUrl();
    }

    JsonNode centra(String method, String path, String body) throws IOException, InterruptedException {
        return call(centra(), method, path, body);
    }

    JsonNode sage(String method, String path, String body) throws IOException, InterruptedException {
        return call(sage(), method, path, body);
    }

    /** Of the row of a table of Sage's whose column holds this. */
    long id(String table, String column, String code) throws IOException, InterruptedException {
        for (JsonNode row : sage("GET", "/control/tables/" + table, "")) {
            if (row.path(column).asText().equals(code)) {
                return row.get("id").asLong();
            }
        }
        throw new AssertionError(table + " has no " + code);
    }

    private JsonNode call(URI base, String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("X-Site", Site.ID)
                        .header("X-Company", Integer.toString(Site.LIVE_COMPANY))
                        .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isBetween(200, 299);
        return Json.parse(answer.body());
    }

    @Override
    public void close() {
        simulators.close();
    }
}
