package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two nodes on one store, under all faults of Sage's at once, that are killed again and again, each after it has posted twenty documents,
 * in each {@link Deaths.Window}; each is started again.
 */
final class MortalNodes implements AutoCloseable {
    private static final int KILLS_MAX = 40;
    private static final int POSTED_BEFORE = 20;

    /** Sage tells two nodes apart by the name under which they ask for it. */
    private static final Map<String, String> HOSTS = Map.of("first", "127.0.0.1", "second", "localhost");

    private static final Map<String, String> SETTINGS = Map.of(
            "jobs.heartbeat", "PT6S",
            "posting.lease", "PT5S",
            "posting.lanes", "6",
            "posting.lock-retry", "PT1S,PT2S",
            "posting.parked-retry", "PT10S",
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT4S",
            "schedule.in-doubt", "every PT2S");

    private static final String FAULTS = """
            {"write": {"latency": 1000, "timeout-after-commit": 10, "504-after-commit": 10, "504-before-commit": 10,
                       "reset-after-commit": 10, "reset-before-commit": 10, "lock": 20, "late-commit": 5, "429": 5,
                       "malformed-after-commit": 5},
             "latencyMillisMin": %1$d, "latencyMillisMax": %1$d, "holdMillis": 2500, "lockSeconds": 1,
             "lateCommitMillisMin": 0, "lateCommitMillisMax": 3600, "seed": 44}
            """;

    private final World world;
    private final SharedStore store;
    private final Connection database;
    private final Map<String, RunningApplication> nodes = new HashMap<>();
    private final Map<String, Instant> started = new HashMap<>();

    private MortalNodes(World world, SharedStore store, Connection database) {
        this.world = world;
        this.store = store;
        this.database = database;
    }

    /** @param settings beside what all such stories have */
    static MortalNodes on(World world, Map<String, String> settings) throws SQLException {
        Map<String, String> all = new HashMap<>(SETTINGS);
        all.putAll(settings);
        SharedStore store = new SharedStore(world, all);
        String url = world.simulators().sage().baseUrl().toString();
        HOSTS.forEach((name, host) -> store.own(name, Map.of("sage200.url", url.replace("127.0.0.1", host))));
        return new MortalNodes(world, store, store.serve());
    }

    void start() throws InterruptedException {
        world.sage("PUT", "/control/faults", FAULTS.formatted(150));
        for (String name : HOSTS.keySet()) {
            start(name);
        }
    }

    private void start(String name) throws InterruptedException {
        started.put(name, Clock.systemUTC().instant());
        nodes.put(name, store.start(name));
    }

    /** Of one of them, while it lives. */
    Api api() {
        return node("first").api();
    }

    private RunningApplication node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    /**
     * Until there were deaths enough; after that Sage is as quick as it can be, and no better.
     *
     * @param kills at least
     * @param inEachWindow so many of them proven
     * @param work gives them something to write
     */
    void die(int kills, int inEachWindow, Runnable work) throws InterruptedException, SQLException {
        Deaths deaths = new Deaths(world, database, POSTED_BEFORE, this::victims, work);
        while (deaths.all() < KILLS_MAX && !(deaths.all() >= kills && isHit(deaths, inEachWindow))) {
            kill(deaths);
        }
        assertThat(isHit(deaths, inEachWindow)).as(deaths.toString()).isTrue();
        world.sage("PUT", "/control/faults", FAULTS.formatted(0));
    }

    private static boolean isHit(Deaths deaths, int inEachWindow) {
        return List.of(Deaths.Window.values()).stream().allMatch(window -> deaths.proven(window) >= inEachWindow);
    }

    private void kill(Deaths deaths) throws InterruptedException, SQLException {
        Deaths.Window window = deaths.next();
        boolean hit = deaths.kill(window);
        System.out.println(window + (hit ? "" : ", which cannot be proven") + "; " + deaths);
        for (String name : HOSTS.keySet()) {
            if (!node(name).isAlive()) {
                store.died(name);
                start(name);
                System.out.println(name + " died, and is back");
            }
        }
    }

    private List<Deaths.Victim> victims() {
        int port = world.simulators().sage().baseUrl().getPort();
        return HOSTS.keySet().stream()
                .map(name -> new Deaths.Victim(
                        node(name),
                        store.port(name),
                        HOSTS.get(name) + ":" + port,
                        Objects.requireNonNull(started.get(name), name)))
                .toList();
    }

    static void allFaultsStruck(World world) {
        JsonNode struck = world.sage("/control/faults");
        System.out.println("struck " + struck.get("counts"));
        for (String fault :
                List.of("timeout-after-commit", "504-after-commit", "reset-after-commit", "late-commit", "lock")) {
            assertThat(struck.at("/counts/" + fault).asInt()).as(fault).isPositive();
        }
    }

    @Override
    public void close() throws SQLException {
        store.close();
        database.close();
    }
}
