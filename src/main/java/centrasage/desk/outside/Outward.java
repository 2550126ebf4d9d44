package centrasage.desk.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What the desk tells others over HTTP: chats, and the switch outside; neither of the two systems is ever among them. */
public final class Outward {
    private static final Duration AFTER_MAX = Duration.ofHours(1);

    private final Duration timeout;
    private final HttpClient client;

    /** @param timeout of connecting, and again of the whole answer */
    public Outward(Duration timeout) {
        this.timeout = timeout;
        client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /**
     * What the other side says.
     *
     * @param after how long it asks us to wait; no more than an hour
     */
    public record Answer(int status, String body, Optional<Duration> after) {
        public boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    public Answer get(URI address) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(address).GET());
    }

    /** @param type such as {@code application/json} */
    public Answer post(URI address, String type, String body) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private Answer ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(answer.statusCode(), answer.body(), after(answer));
    }

    private static Optional<Duration> after(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(asked -> asked.compareTo(AFTER_MAX) > 0 ? AFTER_MAX : asked);
    }
}
