package centrasage.container;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.container.Caller.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jboss.arquillian.test.api.ArquillianResource;

/** What the checks over HTTP have in common. Each step of the inheritance is a chapter: there is one server, so one test class. */
@SuppressWarnings("NullAway.Init") // the container sets the field
abstract class Callers {
    static final String PASSWORD = "a password for each of them";

    @ArquillianResource
    private URL url;

    static void assertProblem(Answer answer, int status, String detail) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.json().getInt("status")).isEqualTo(status);
        assertThat(answer.json().getString("detail")).contains(detail);
        assertThat(answer.json()).containsKeys("type", "title", "instance");
    }

    JsonObject await(String path, Predicate<JsonObject> until) throws IOException, InterruptedException {
        Instant end = Clock.systemUTC().instant().plusSeconds(60);
        JsonObject seen = viewer().get(path).json();
        while (!until.test(seen) && Clock.systemUTC().instant().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            seen = viewer().get(path).json();
        }
        assertThat(until.test(seen)).as("%s within a minute: %s", path, seen).isTrue();
        return seen;
    }

    Caller viewer() {
        return Caller.as(base(), "viewer", PASSWORD);
    }

    Caller operations() {
        return Caller.as(base(), "operations", PASSWORD);
    }

    Caller finance() {
        return Caller.as(base(), "finance", PASSWORD);
    }

    URI base() {
        return URI.create(url.toString());
    }
}
