package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.OrderAudit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code kill -9} in the middle of the job, twice; each time it is simply started again. */
class KillStoryIT {
    private static final long SEED = 9;
    private static final int ORDERS = 800;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final Map<String, String> SETTINGS = Map.of(
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT3S",
            "schedule.in-doubt", "every PT1S",
            "schedule.order-import", "every PT30M"); // so that only recovery can start it again

    @Test
    void nothing_is_repeated_and_nothing_is_lost() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/kill"), SEED, LocalDate.of(2026, 11, 20), ORDERS)) {
            world.sage("PUT", "/control/faults", slow());
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            int first = killAfter(world, settings, 60);
            int second = killAfter(world, settings, first + 60);
            assertThat(second)
                    .as("orders in Sage at the second kill")
                    .isLessThan(world.audit().eligible());
            finish(world, settings);
        }
    }

    /** So slow that a kill always finds requests under way. */
    private static String slow() {
        return """
            {"write": {"latency": 1000}, "latencyMillisMin": 60, "latencyMillisMax": 90, "seed": 9}
            """;
    }

    /** Starts, which is all that it needs to go on, and kills when Sage holds so many orders. */
    private static int killAfter(World world, Map<String, String> settings, int orders) throws InterruptedException {
        try (RunningApplication application =
                RunningApplication.start(world.folder(), settings).awaitReady()) {
            Await.until(
                    "Sage to hold " + orders + " orders",
                    LIMIT,
                    () -> world.audit().posted() >= orders);
            application.kill();
        }
        return world.audit().posted();
    }

    private static void finish(World world, Map<String, String> settings) throws InterruptedException {
        try (RunningApplication application =
                RunningApplication.start(world.folder(), settings).awaitReady()) {
            Api api = application.api();
            Await.until("the rest to be posted", LIMIT, () -> latest(api).equals("COMPLETED") && api.unfinished() == 0);
            assertThat(runs(api, "FAILED"))
                    .as("runs that the kills left behind, recognised as failed")
                    .isEqualTo(2);
            assertThat(application.log())
                    .as("the last of them, restarted by itself")
                    .contains("goes on as run");
            OrderAudit.Result audit = world.audit();
            assertThat(audit.violations()).isEmpty();
            assertThat(audit.duplicates()).isZero();
            assertThat(api.count("POSTED")).isEqualTo(audit.eligible());
        }
    }

    private static String latest(Api api) {
        return api.get("/api/jobs/order-import/runs")
                .get("items")
                .get(0)
                .get("status")
                .asText();
    }

    private static long runs(Api api, String status) {
        long runs = 0;
        for (var run : api.get("/api/jobs/order-import/runs").get("items")) {
            runs += run.get("status").asText().equals(status) ? 1 : 0;
        }
        return runs;
    }
}
