package centrasage.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.jobs.wake.WakeUps;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only an application without a secret answers; the rest is looked at inside the server. */
class CentraWebhookTest {
    private final List<String> touched = new ArrayList<>();
    private final StringWriter body = new StringWriter();
    private int status;

    private void call(String method) throws IOException {
        Gatekeeper closed = new Gatekeeper(Optional.empty(), Duration.ofMinutes(5), Clock.systemUTC());
        Tally tally = new Tally() {
            @Override
            void accepted() {
                touched.add("accepted");
            }

            @Override
            void rejected(Verdict verdict) {
                touched.add("rejected");
            }
        };
        new CentraWebhook(closed, tally, new NoWakeUps()).service(request(method), response());
    }

    private static final class NoWakeUps extends WakeUps {
        @Override
        public void wake(String job, String by) {
            throw new AssertionError("nobody may wake " + job);
        }
    }

    private HttpServletRequest request(String method) {
        return proxy(HttpServletRequest.class, name -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> "/webhooks/centra";
            default -> throw new AssertionError(name + " was asked of whoever is not let in");
        });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("setStatus")) {
                        status = (int) arguments[0];
                    }
                    return called.getName().equals("getWriter") ? new PrintWriter(body, true) : null;
                });
    }

    @FunctionalInterface
    private interface Answers {
        Object to(String name);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.to(called.getName())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "HEAD", "OPTIONS", "TRACE"})
    void without_a_secret_there_is_nothing_and_it_says_what_to_set(String method) throws IOException {
        call(method);

        assertThat(status).isEqualTo(404);
        assertThat(body.toString()).contains("centra.webhook-secret is not set", "\"remedy\"");
    }

    @Test
    void what_is_sent_there_is_not_looked_at() throws IOException {
        call("POST");

        assertThat(touched).isEmpty();
    }
}
