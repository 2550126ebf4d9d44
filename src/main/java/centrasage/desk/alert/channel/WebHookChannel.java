package centrasage.desk.alert.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The web hook of a chat. Its address is a secret: whoever knows it can write there, so no message and no log names it. */
final class WebHookChannel implements Channel {
    static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration AFTER_MAX = Duration.ofHours(1);
    private static final int WORDS_MAX = 200;

    private final String name;
    private final URI address;
    private final WebHookShape shape;
    private final Duration timeout;
    private final HttpClient client;

    WebHookChannel(String name, URI address, WebHookShape shape, Duration timeout) {
        this.name = name;
        this.address = address;
        this.shape = shape;
        this.timeout = timeout;
        client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public Delivery send(Notice notice) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(shape.body(notice).toString(), StandardCharsets.UTF_8))
                .build();
        try {
            return judge(client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return new Delivery.Later("The web hook " + name + " does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Later("The application is stopping");
        }
    }

    /** Teams answers 202, Slack 200; 429 and what begins with 5 passes. */
    private Delivery judge(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Delivery.Sent();
        }
        String said = answer.body().strip().replaceAll("\\s+", " ");
        String why = "The web hook " + name + " answers " + status + ": "
                + said.substring(0, Math.min(said.length(), WORDS_MAX)).replace(address.toString(), "(its address)");
        boolean passes = status == 408 || status == 429 || status >= 500;
        return passes ? new Delivery.Later(why, after(answer)) : new Delivery.Refused(why);
    }

    private static Optional<Duration> after(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(asked -> asked.compareTo(AFTER_MAX) > 0 ? AFTER_MAX : asked);
    }
}
