package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.OrderAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} in the middle of the job, twice, and once between what Centra's event queue named being stored and being
 * confirmed; each time it is simply started again.
 */
class KillStoryIT {
    private static final long SEED = 9;
    private static final int ORDERS = 800;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final Map<String, String> SETTINGS = Map.of(
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT3S",
            "schedule.in-doubt", "every PT1S",
            "centra.events", "on",
            "centra.events-interval", "PT1S",
            "schedule.order-import", "every PT30M"); // so that only recovery can start it again

    /** Further back than any run looks for changes: only the event queue can bring such an order. */
    private static final String UNSEEN = "{\"lateUpdate\": 1000, \"lateUpdateSeconds\": 3600}";

    @Test
    void nothing_is_repeated_and_nothing_is_lost() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/kill"), SEED, LocalDate.of(2026, 11, 20), ORDERS)) {
            world.sage("PUT", "/control/faults", slow());
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            int named = heldOrder(world);
            int first = killAfter(world, settings, 60);
            int second = killAfter(world, settings, first + 60);
            assertThat(second)
                    .as("orders in Sage at the second kill")
                    .isLessThan(world.audit().eligible());
            long killed = finish(world, settings, named);
            whatWasNotConfirmedIsServedAgain(world, settings, named, killed);
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

    /** The last of its runs, which it does not live to end. */
    private static long finish(World world, Map<String, String> settings, int named) throws InterruptedException {
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
            return killAtTheConfirmation(world, application, named);
        }
    }

    /** Centra never hears that the event was taken: what it names is stored by then, and not yet posted. */
    private static long killAtTheConfirmation(World world, RunningApplication application, int named)
            throws InterruptedException {
        world.centra("PUT", "/control/faults", "{\"holdMillis\": 600000}");
        world.centra(
                "POST",
                "/control/faults/next",
                "{\"kind\": \"timeout-before-commit\", \"key\": \"confirmEvents\", \"times\": 1}");
        world.centra("PUT", "/control/data-faults", UNSEEN);
        world.centra("POST", "/control/orders/" + named + "/edit", "{\"onHold\": false}");
        Await.until("the confirmation to hang", LIMIT, () -> confirmationsHeld(world) == 1);
        JsonNode run = run(application.api());
        assertThat(run.get("status").asText()).isEqualTo("STARTED");
        assertThat(run.at("/counts/events").asInt()).as("events taken").isEqualTo(1);
        assertThat(run.at("/counts/new or changed").asInt()).as("orders stored").isEqualTo(1);
        assertThat(application.api().get("/api/orders/" + named).get("versions"))
                .as("on hold, and released")
                .hasSize(2);
        application.kill();
        assertThat(world.centra("GET", "/control/data-faults", "")
                        .at("/counts/lateUpdate")
                        .asInt())
                .isEqualTo(1);
        assertThat(events(world).get("waiting")).as("not confirmed").hasSize(1);
        assertThat(copies(world, named)).as("not posted").isZero();
        return run.get("id").asLong();
    }

    private static void whatWasNotConfirmedIsServedAgain(
            World world, Map<String, String> settings, int named, long killed) throws InterruptedException {
        String event = events(world).at("/waiting/0/id").asText();
        int before = events(world).at("/served/" + event).asInt();
        try (RunningApplication application =
                RunningApplication.start(world.folder(), settings).awaitReady()) {
            Api api = application.api();
            Await.until(
                    "the order to be posted",
                    LIMIT,
                    () -> copies(world, named) > 0 && latest(api).equals("COMPLETED"));
            assertThat(events(world).at("/served/" + event).asInt())
                    .as("served again")
                    .isGreaterThan(before);
            assertThat(events(world).get("waiting")).as("confirmed in the end").isEmpty();
            assertThat(runs(api, "FAILED")).as("the run that was killed too").isEqualTo(3);
            assertThat(countSince(api, killed, "events")).as("taken again").isEqualTo(1);
            assertThat(countSince(api, killed, "new or changed"))
                    .as("stored before, and not twice")
                    .isZero();
            OrderAudit.Result audit = world.audit();
            assertThat(audit.violations()).isEmpty();
            assertThat(audit.duplicates()).isZero();
            assertThat(copies(world, named)).isEqualTo(1);
            assertThat(api.count("POSTED")).isEqualTo(audit.eligible());
            assertThat(confirmationsHeld(world)).isEqualTo(1);
        }
    }

    /** An order that would be posted, put on hold by the shop's staff before anything begins. */
    private static int heldOrder(World world) {
        for (JsonNode order : world.centra("GET", "/control/orders?whole=false", "")) {
            if (order.get("kind").asText().equals("PLAIN")
                    && order.at("/facts/ledger").asBoolean()) {
                int number = order.get("number").asInt();
                world.centra("POST", "/control/orders/" + number + "/edit", "{\"onHold\": true}");
                return number;
            }
        }
        throw new AssertionError("the day has a plain order");
    }

    private static JsonNode events(World world) {
        return world.centra("GET", "/control/events", "");
    }

    private static int confirmationsHeld(World world) {
        return world.centra("GET", "/control/faults", "")
                .at("/ordered/0/struck")
                .asInt();
    }

    private static long copies(World world, int number) {
        long copies = 0;
        for (JsonNode order : world.sage("/control/orders")) {
            copies += order.get("customer_document_no").asText().equals("C" + number) ? 1 : 0;
        }
        return copies;
    }

    private static String latest(Api api) {
        return run(api).get("status").asText();
    }

    /** The newest. */
    private static JsonNode run(Api api) {
        return api.get("/api/jobs/order-import/runs").get("items").get(0);
    }

    /** Over all runs that began after this one. */
    private static long countSince(Api api, long run, String what) {
        long count = 0;
        for (JsonNode later : api.get("/api/jobs/order-import/runs").get("items")) {
            count +=
                    later.get("id").asLong() > run ? later.at("/counts/" + what).asLong() : 0;
        }
        return count;
    }

    private static long runs(Api api, String status) {
        long runs = 0;
        for (var run : api.get("/api/jobs/order-import/runs").get("items")) {
            runs += run.get("status").asText().equals(status) ? 1 : 0;
        }
        return runs;
    }
}
