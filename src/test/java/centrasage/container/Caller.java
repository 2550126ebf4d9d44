package centrasage.container;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that calls the application over HTTP, signed in or not. */
final class Caller {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String authorization;

    private Caller(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    static Caller nobody(URI base) {
        return new Caller(base, "");
    }

    static Caller as(URI base, String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Caller(base, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** For a request that this class does not make. */
    String authorization() {
        return authorization;
    }

    /** What came back. */
    record Answer(int status, String type, HttpResponse<String> response) {
        String text() {
            return response.body();
        }

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(text()))) {
                return reader.readObject();
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)), method, body);
    }

    /** In this format, where there is one. */
    Answer getAs(String format, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", format), "GET", "");
    }

    /** With what a browser says of where it comes from. */
    Answer postWith(String header, String value, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).header(header, value), "POST", "");
    }

    /** A form, as web hooks are sent. */
    Answer postForm(String path, String form, String header, String value) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header(header, value)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type.split(";", 2)[0], response);
    }

    /** What is no text, such as a zip. */
    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", authorization)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    Answer postZip(String path, byte[] zip, String ifMatch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/zip")
                .header("If-Match", ifMatch)
                .POST(BodyPublishers.ofByteArray(zip))
                .build();
        return answer(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private Answer send(HttpRequest.Builder request, String method, String body)
            throws IOException, InterruptedException {
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        }
        return answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private static Answer answer(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type.split(";", 2)[0], response);
    }
}
