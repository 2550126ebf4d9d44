package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.audit.OrderAudit;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on one store. The one that serves the database and runs the job is killed while it posts, then the one that came
 * in its place; each time the other takes over.
 */
class TwoNodesStoryIT {
    private static final long SEED = 12;
    private static final int ORDERS = 700;
    private static final int LANES = 6;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration HEARTBEAT = Duration.ofSeconds(6);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private static final Map<String, String> SETTINGS = Map.of(
            "jobs.heartbeat", HEARTBEAT.toString(),
            "posting.lease", "PT5S",
            "posting.lanes", Integer.toString(LANES),
            "posting.lock-retry", "PT1S,PT2S",
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT3S",
            "schedule.in-doubt", "every " + EVERY,
            "schedule.order-import", ""); // the story starts it, on the node that it wants

    /** So slow that a kill always finds requests under way. */
    private static final String FAULTS = """
            {"write": {"latency": 1000, "timeout-after-commit": %1$d, "504-after-commit": %1$d, "reset-after-commit": %1$d,
                       "lock": %1$d},
             "latencyMillisMin": %2$d, "latencyMillisMax": %2$d, "holdMillis": 2500, "lockSeconds": 1, "seed": 12}
            """;

    @Test
    void whoever_dies_the_other_one_goes_on() throws Exception {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/two-nodes"), SEED, LocalDate.of(2026, 11, 20), ORDERS);
                SharedStore store = new SharedStore(world, SETTINGS)) {
            sageTakes(world, 400);
            RunningApplication first = store.start("first");
            Api second = store.start("second").api();
            long run = begin(first.api());
            bothPost(world, store, second);
            Instant killed = kill(store, "first");
            sageTakes(world, 1500); // so that enough is left for a third node, however long it takes to start
            RunningApplication third = store.begin("third"); // while the second one takes the database and the run over
            long next = takenOver(second, run, killed);
            third.awaitReady();
            sageTakes(world, 400);
            todayShowsTheSilentOne(third);
            stoppedAndGivenUp(third.api(), next, store.port("second"));
            long last = begin(third.api());
            posts(world, 20);
            killed = kill(store, "third");
            sageTakes(world, 20);
            takenOver(second, last, killed);
            allIsPosted(world, second);
            eachTickStartedOnce(second);
            store.close();
            eachSent(store);
        }
    }

    private static void sageTakes(World world, int millis) {
        world.sage("PUT", "/control/faults", FAULTS.formatted(15, millis));
    }

    private static long begin(Api api) {
        JsonNode run = api.json(api.post("/api/jobs/order-import/runs", "{}"));
        return run.get("id").asLong();
    }

    private static void bothPost(World world, SharedStore store, Api api) throws InterruptedException {
        Await.until("lanes of both nodes", LIMIT, () -> {
            List<String> holders = holders(api);
            long ofTheFirst = count(holders, store.port("first"));
            assertThat(ofTheFirst)
                    .as("lanes of the first node, with another one there")
                    .isLessThan(LANES);
            return ofTheFirst > 0 && count(holders, store.port("second")) > 0;
        });
        posts(world, 40);
        assertThat(api.get("/api/status").get("nodes"))
                .hasSize(2)
                .allMatch(node -> node.get("alive").asBoolean());
    }

    private static List<String> holders(Api api) {
        return api.get("/api/status").at("/lanes/working").findValuesAsText("holder");
    }

    private static long count(List<String> holders, String port) {
        return holders.stream().filter(holder -> holder.contains(port)).count();
    }

    private static void posts(World world, int more) throws InterruptedException {
        long before = sent(world);
        Await.until("Sage to be sent " + more + " more orders", LIMIT, () -> sent(world) >= before + more);
    }

    private static long sent(World world) {
        return world.simulators().sage().requests().of("POST /sop_orders");
    }

    private static Instant kill(SharedStore store, String name) throws InterruptedException {
        Instant killed = Clock.systemUTC().instant();
        store.kill(name);
        return killed;
    }

    /** The run that goes on instead, on the node that lives. */
    private static long takenOver(Api api, long run, Instant killed) throws InterruptedException {
        Await.until("the dead run to be marked", LIMIT, () -> status(api, run).equals("FAILED"));
        Duration took = Duration.between(killed, Clock.systemUTC().instant());
        System.out.println("run " + run + " was marked FAILED " + took.toMillis() + " ms after the kill");
        assertThat(took).isLessThan(HEARTBEAT.plusSeconds(60));
        Await.until("run " + run + " to go on", LIMIT, () -> latest(api) > run);
        return latest(api);
    }

    /** Of a database that changes hands just now nothing is known for some seconds. */
    private static String status(Api api, long run) {
        return api.find("/api/runs/" + run)
                .map(json -> json.get("status").asText())
                .orElse("");
    }

    private static long latest(Api api) {
        return api.find("/api/jobs/order-import/runs")
                .map(json -> json.at("/items/0/id").asLong())
                .orElse(0L);
    }

    private static void todayShowsTheSilentOne(RunningApplication application) {
        assertThat(application.api().get("/api/status").get("nodes"))
                .extracting(node -> node.get("alive").asBoolean())
                .containsExactlyInAnyOrder(false, true, true);
        String today = new Person(application.address())
                .signIn("admin")
                .open("/index.xhtml")
                .text();
        assertThat(today).contains("<h3 id=\"nodes\">Nodes</h3>", "Works since", "Silent for");
    }

    /** From a node that does not run it. */
    private static void stoppedAndGivenUp(Api other, long run, String runner) throws InterruptedException {
        assertThat(other.get("/api/runs/" + run).get("node").asText() + "/").endsWith(runner);
        long asked = System.nanoTime();
        assertThat(other.post("/api/runs/" + run + "/stop", "").statusCode()).isEqualTo(202);
        Await.until(
                "the other node to stop its run",
                LIMIT,
                () -> status(other, run).equals("STOPPED"));
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        System.out.println("run " + run + " was stopped from another node in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(other.post("/api/runs/" + run + "/abandon", "").statusCode()).isEqualTo(200);
        assertThat(status(other, run)).isEqualTo("ABANDONED");
        assertThat(other.post("/api/runs/" + run + "/restart", "").body()).contains("was abandoned");
    }

    private static void allIsPosted(World world, Api api) throws InterruptedException {
        Await.until("all orders to be posted", LIMIT, () -> api.count("POSTED") > 0 && api.unfinished() == 0);
        OrderAudit.Result audit = world.audit();
        assertThat(audit.violations()).isEmpty();
        assertThat(audit.duplicates()).isZero();
        assertThat(audit.eligible()).isGreaterThan(300);
        assertThat(api.count("POSTED")).isEqualTo(audit.eligible());
        System.out.println(audit.posted() + " orders, struck "
                + world.sage("/control/faults").get("counts"));
    }

    /** The job counts from its last start, so two nodes that both started it would stand too close together. */
    private static void eachTickStartedOnce(Api api) {
        List<Instant> starts = new ArrayList<>();
        TreeSet<String> nodes = new TreeSet<>();
        for (JsonNode run : api.all("/api/jobs/in-doubt/runs?limit=200")) {
            if (run.get("startedBy").asText().equals("timetable")) {
                starts.add(0, Instant.parse(run.get("started").asText()));
                nodes.add(run.get("node").asText());
            }
        }
        System.out.println(starts.size() + " runs by the timetable on " + nodes);
        assertThat(starts).hasSizeGreaterThan(10);
        assertThat(nodes).hasSizeGreaterThan(1);
        for (int next = 1; next < starts.size(); next++) {
            assertThat(Duration.between(starts.get(next - 1), starts.get(next)))
                    .as("start " + next)
                    .isGreaterThanOrEqualTo(EVERY);
        }
    }

    private static void eachSent(SharedStore store) throws SQLException {
        Map<String, Long> sends = store.sends();
        System.out.println("sends by node " + sends);
        assertThat(sends.keySet()).containsExactly("first", "second", "third");
        assertThat(sends.values()).allMatch(count -> count > 5);
    }
}
