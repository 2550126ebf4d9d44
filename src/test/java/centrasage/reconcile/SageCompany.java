package centrasage.reconcile;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.SiteSurvey;
import centrasage.sage200.client.SageClients;
import centrasage.simulator.sage200.SageSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A company of the Sage 200 simulator, with the product that the example mappings name, read as the checks read it. */
public final class SageCompany implements AutoCloseable {
    public static final String NUMBER = "33";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SageSimulator simulator;

    public SageCompany() {
        try {
            simulator = SageSimulator.start(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes rows of a table, as a Sage user would. */
    public void change(String table, String where, String set) {
        control("PUT", "/control/tables/" + table, "{\"where\": " + where + ", \"set\": " + set + "}");
    }

    public void control(String method, String path, String body) {
        URI address = simulator.baseUrl().resolve(path);
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2 || response.body().equals("{\"changed\":0}")) {
                throw new AssertionError(address + " answered " + response.statusCode() + ": " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Site site() throws TargetUnavailable {
        return clients().sites().read(NUMBER);
    }

    public SiteSurvey survey() throws TargetUnavailable {
        return clients().surveys().read(NUMBER);
    }

    private SageClients clients() {
        return new SageClients(simulator.baseUrl().toString());
    }

    @Override
    public void close() {
        simulator.close();
    }
}
