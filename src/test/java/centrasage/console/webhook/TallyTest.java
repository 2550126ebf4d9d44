package centrasage.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.TestTime;
import centrasage.sync.posting.Heard;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All are counted; the log hears of those that are rejected as often as it can bear. */
class TallyTest {
    private final TestTime time = new TestTime();
    private final Map<String, Long> counted = new TreeMap<>();
    private final List<String> told = new ArrayList<>();
    private final Logger log = Logger.getLogger(Tally.class.getName());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            told.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final Tally tally = new Tally(registry(), time, new Heard<>());

    @BeforeEach
    void listen() {
        log.addHandler(ear);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        log.removeHandler(ear);
        log.setUseParentHandlers(true);
    }

    private MetricRegistry registry() {
        return (MetricRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MetricRegistry.class}, (proxy, method, arguments) -> {
                    Tag[] tags = (Tag[]) arguments[1];
                    return counter(tags[0].getTagValue());
                });
    }

    private Counter counter(String outcome) {
        return (Counter) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Counter.class},
                (proxy, method, arguments) -> counted.merge(outcome, 1L, Long::sum));
    }

    @Test
    void every_call_is_counted_by_what_became_of_it() {
        tally.accepted();
        tally.rejected(Verdict.UNSIGNED);
        tally.rejected(Verdict.FORGED);
        tally.rejected(Verdict.TOO_OLD_OR_NEW);
        tally.rejected(Verdict.TOO_LONG);
        assertThat(counted).containsExactly(Map.entry("accepted", 1L), Map.entry("rejected", 4L));
    }

    @Test
    void a_flood_of_forgeries_is_one_line_a_minute() {
        for (int i = 0; i < 600; i++) {
            tally.rejected(Verdict.FORGED);
            time.take(Duration.ofMillis(100));
        }
        assertThat(told).singleElement().asString().contains("does not fit the body");
        tally.rejected(Verdict.UNSIGNED);
        assertThat(told)
                .hasSize(2)
                .last()
                .asString()
                .contains("There is no signature", "and 599 more since the last of these lines");
    }
}
