package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.WriteLog;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Two nodes on one store that both tell Centra of stock, by two jobs that come every few seconds, while Centra is slow and loses answers: one
 * at a time tells a warehouse, no older figure follows a newer one, and in the end all are right.
 */
class TwoNodesStockStoryIT {
    private static final long SEED = 54;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Centra tells two nodes apart by the name under which they ask for it. */
    private static final Map<String, String> HOSTS = Map.of("first", "127.0.0.1", "second", "localhost");

    private static final int TOLD_BY_EACH = 5;
    private static final Duration SLOW = Duration.ofMillis(400);

    private static final Map<String, String> SETTINGS = Map.of(
            "schedule.stock-to-centra", "every PT2S",
            "schedule.stock-compare", "every PT3S",
            "schedule.order-import", "every PT4S",
            "centra.connect-timeout", "PT1S",
            "centra.read-timeout", "PT2S",
            "stock.overlap", "PT10S",
            "stock.sizes-refresh", "PT1M");

    private static final String FAULTS = """
            {"write": {"latency": 1000, "504-after-commit": 100}, "latencyMillisMin": %1$d, "latencyMillisMax": %1$d, "seed": 54}
            """.formatted(SLOW.toMillis());

    @Test
    void one_at_a_time_tells_and_all_is_right() throws Exception {
        System.out.println("seed " + SEED);
        try (World world =
                World.begin(Path.of("target/stories/two-nodes-stock"), SEED, LocalDate.of(2026, 11, 20), 10)) {
            world.fillTheShelves();
            world.centra("PUT", "/control/faults", FAULTS);
            StockTrade trade = StockTrade.begin(world, SEED);
            SharedStore store = new SharedStore(world, SETTINGS);
            String url = world.simulators().centra().baseUrl().toString();
            HOSTS.forEach((name, host) -> store.own(name, Map.of("centra.url", url.replace("127.0.0.1", host))));
            try (Connection database = store.serve();
                    store) {
                assertThat(database.isValid(1)).isTrue();
                Api first = store.start("first").api();
                FirstStock.release(first, LIMIT);
                store.start("second");
                trade.goOnUntil(
                        "both to have told",
                        LIMIT,
                        () -> HOSTS.keySet().stream().allMatch(name -> told(world, name) >= TOLD_BY_EACH));
                Await.until("all orders to be posted", LIMIT, () -> first.unfinished() == 0);
                Await.until("Centra to sell what Sage has", LIMIT, trade::isTold);
                trade.isRight();
                trade.noOlderFigureFollowsANewerOne(TOLD_BY_EACH);
                oneAtATime(world);
                report(world, first);
            }
        }
    }

    private static List<WriteLog.Write> sent(World world) {
        return world.simulators().centra().writes().since(Instant.EPOCH).stream()
                .filter(write -> write.identity().contains("mutation setStock"))
                .toList();
    }

    /** How many requests with figures that fall. */
    private static long told(World world, String name) {
        return sent(world).stream()
                .filter(write -> isOf(write, name) && write.identity().contains(StockTrade.FALLING))
                .count();
    }

    private static boolean isOf(WriteLog.Write write, String name) {
        return Objects.requireNonNullElse(write.host(), "").startsWith(HOSTS.getOrDefault(name, name));
    }

    /** Centra takes so long for each that the next one would arrive before the end of the last. */
    private static void oneAtATime(World world) {
        List<WriteLog.Write> all = sent(world);
        int hands = 0;
        for (int next = 1; next < all.size(); next++) {
            WriteLog.Write before = all.get(next - 1);
            assertThat(Duration.between(before.received(), all.get(next).received()))
                    .as("from the request " + next + ", of " + before.host() + ", to the next")
                    .isGreaterThanOrEqualTo(SLOW);
            hands += isOf(before, "first") == isOf(all.get(next), "first") ? 0 : 1;
        }
        System.out.println(all.size() + " requests, " + hands + " changes of hands");
        assertThat(hands).isPositive();
    }

    private static void report(World world, Api api) {
        for (String job : List.of("stock-to-centra", "stock-compare")) {
            List<JsonNode> runs = api.all("/api/jobs/" + job + "/runs?limit=200");
            long busy = runs.stream()
                    .mapToLong(run -> run.at("/counts/busy elsewhere").asLong())
                    .sum();
            List<String> nodes = runs.stream()
                    .map(run -> run.get("node").asText())
                    .distinct()
                    .toList();
            System.out.println(runs.size() + " runs of " + job + " on " + nodes.size() + " nodes, " + busy
                    + " found the warehouse busy");
        }
        JsonNode struck = world.centra("GET", "/control/faults", "").get("counts");
        System.out.println("struck " + struck);
        assertThat(struck.get("504-after-commit").asInt())
                .as("answers that Centra lost")
                .isPositive();
    }
}
