package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.OrderAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service is stopped in the middle of the job, as its manager stops it, and started again. */
class StopStoryIT {
    private static final long SEED = 11;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Test
    void a_run_ends_between_two_documents_and_goes_on_by_itself_after_the_start() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/stop"), SEED, LocalDate.of(2026, 11, 20), 300)) {
            world.sage("PUT", "/control/faults", "{\"latencyMillisMin\": 60, \"latencyMillisMax\": 90, \"seed\": 11}");
            Map<String, String> settings = world.settings();
            stopInTheMiddle(world, settings);
            assertThat(world.audit().posted())
                    .as("orders in Sage at the stop")
                    .isLessThan(world.audit().eligible());
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                finish(world, application);
            }
        }
    }

    private static void stopInTheMiddle(World world, Map<String, String> settings) throws InterruptedException {
        try (RunningApplication application =
                RunningApplication.start(world.folder(), settings).awaitReady()) {
            Await.until("Sage to hold 60 orders", LIMIT, () -> world.audit().posted() >= 60);
            Duration took = application.stop();
            System.out.println("ended " + took.toMillis() + " ms after SIGTERM");
            assertThat(took).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static void finish(World world, RunningApplication application) throws InterruptedException {
        Api api = application.api();
        Await.until("two runs", LIMIT, () -> statuses(api).size() > 1);
        assertThat(statuses(api)).last().isEqualTo("STOPPED");
        Await.until(
                "the rest to be posted",
                LIMIT,
                () -> statuses(api).get(0).equals("COMPLETED") && api.unfinished() == 0);
        OrderAudit.Result audit = world.audit();
        assertThat(audit.violations()).isEmpty();
        assertThat(audit.duplicates()).isZero();
        assertThat(api.count("POSTED")).isEqualTo(audit.eligible());
        assertThat(application.log()).contains("goes on as run");
        assertThat(application.log().contains("ended without notice"))
                .as("an orderly stop leaves nothing to give back")
                .isFalse();
    }

    /** Newest first. */
    private static List<String> statuses(Api api) {
        List<String> statuses = new ArrayList<>();
        for (JsonNode run : api.get("/api/jobs/order-import/runs").get("items")) {
            statuses.add(run.get("status").asText());
        }
        return statuses;
    }
}
