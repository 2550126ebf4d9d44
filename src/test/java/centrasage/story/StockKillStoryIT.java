package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.WriteLog;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} while stock is told, at three moments of a request to Centra, and shoppers and stock keepers go on all the while: in the
 * end Centra sells what is there, to the piece, and no older figure ever followed a newer one.
 */
class StockKillStoryIT {
    private static final long SEED = 53;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** What nobody answers may be carried out for six seconds, by these. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("schedule.stock-to-centra", "every PT2S"),
            Map.entry("schedule.order-import", "every PT4S"),
            Map.entry("schedule.in-doubt", "every PT1S"),
            Map.entry("sage200.read-timeout", "PT2S"),
            Map.entry("sage200.in-doubt-settle", "PT3S"),
            Map.entry("centra.connect-timeout", "PT1S"),
            Map.entry("centra.read-timeout", "PT2S"),
            Map.entry("stock.overlap", "PT10S"),
            Map.entry("stock.sizes-refresh", "PT1M"));

    /** Longer than it takes to kill a process, and shorter than a request may take. */
    private static final String LATE = """
            {"lateCommitMillisMin": 2500, "lateCommitMillisMax": 2500, "lateCommitAnswer": "hold", "holdMillis": 5000}
            """;

    private static final int TOLD_BEFORE = 4;

    /** After a start: what was in the air may be carried out until then, and a run has to come. */
    private static final Duration TOLD_AGAIN = Duration.ofSeconds(20);

    @Test
    void whenever_it_dies_centra_sells_what_sage_has() throws InterruptedException, SQLException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/stock-kill"), SEED, LocalDate.of(2026, 11, 20), 10)) {
            world.fillTheShelves();
            world.centra("PUT", "/control/faults", LATE);
            StockTrade trade = StockTrade.begin(world, SEED);
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            KeptStock kept = new KeptStock(world);
            try (RunningApplication application = start(world, settings)) {
                FirstStock.release(application.api(), LIMIT);
                Await.until("the first figures", LIMIT, trade::isTold);
                dieAtCentra(world, application, trade, "after-commit");
            }
            kept.isSending(lastSent(world));
            try (RunningApplication application = start(world, settings)) {
                tellsAgain(trade);
                dieBeforeCentraDoesIt(world, application, trade, kept);
            }
            try (RunningApplication application = start(world, settings)) {
                tellsAgain(trade);
                dieAtCentra(world, application, trade, "after-answer");
            }
            System.out.println("killed after the answer: " + kept.of(lastSent(world)));
            kept.neverGoesBack();
            try (RunningApplication application = start(world, settings)) {
                tellsAgain(trade);
                allIsRight(world, application.api(), trade);
            }
            kept.neverGoesBack();
        }
    }

    private static RunningApplication start(World world, Map<String, String> settings) throws InterruptedException {
        return RunningApplication.start(world.folder(), settings).awaitReady();
    }

    private static void dieAtCentra(World world, RunningApplication application, StockTrade trade, String window)
            throws InterruptedException {
        tells(trade, TOLD_BEFORE, LIMIT);
        world.centra(
                "POST",
                "/control/faults/kill",
                "{\"window\": \"" + window + "\", \"pid\": " + application.pid() + ", \"key\": \"" + StockTrade.FALLING
                        + "\"}");
        trade.goOnUntil("it to die " + window, LIMIT, () -> !application.isAlive());
        assertThat(world.centra("GET", "/control/faults", "")
                        .at("/kills/" + window)
                        .asInt())
                .as("deaths " + window)
                .isOne();
    }

    /** Its last request is on its way when it dies, and is carried out when nobody lives who has sent it. */
    private static void dieBeforeCentraDoesIt(
            World world, RunningApplication application, StockTrade trade, KeptStock kept)
            throws InterruptedException, SQLException {
        tells(trade, TOLD_BEFORE, LIMIT);
        world.centra(
                "POST", "/control/faults/next", "{\"kind\": \"late-commit\", \"key\": \"" + StockTrade.FALLING + "\"}");
        trade.goOnUntil("a request to be on its way", LIMIT, () -> pending(world) == 1);
        application.kill();
        int told = trade.told(StockTrade.FALLING).size();
        assertThat(pending(world)).as("on its way when its sender was dead").isOne();
        kept.isSending(lastSent(world));
        trade.wave();
        Await.until("it to be carried out", LIMIT, () -> pending(world) == 0);
        assertThat(trade.told(StockTrade.FALLING)).as("while nobody lived").hasSize(told + 1);
    }

    private static int pending(World world) {
        return world.centra("GET", "/control/faults", "")
                .get("lateCommitsPending")
                .asInt();
    }

    /** The text of the last request that would have set stock. */
    private static String lastSent(World world) {
        List<WriteLog.Write> sent = world.simulators().centra().writes().since(Instant.EPOCH).stream()
                .filter(write -> write.identity().contains("mutation setStock"))
                .toList();
        return sent.get(sent.size() - 1).identity();
    }

    private static void tellsAgain(StockTrade trade) throws InterruptedException {
        Instant started = Clock.systemUTC().instant();
        tells(trade, 1, TOLD_AGAIN);
        System.out.println("told again "
                + Duration.between(started, Clock.systemUTC().instant()).toMillis() + " ms after it was ready");
    }

    private static void tells(StockTrade trade, int figures, Duration limit) throws InterruptedException {
        int before = trade.told(StockTrade.FALLING).size();
        trade.goOnUntil(
                figures + " more figures to be told",
                limit,
                () -> trade.told(StockTrade.FALLING).size() >= before + figures);
    }

    private static void allIsRight(World world, Api api, StockTrade trade) throws InterruptedException {
        tells(trade, TOLD_BEFORE, LIMIT);
        Await.until("all orders to be posted", LIMIT, () -> api.unfinished() == 0 && inFlight(api) == 0);
        Await.until("Centra to sell what Sage has", LIMIT, trade::isTold);
        trade.isRight();
        trade.noOlderFigureFollowsANewerOne(4 * TOLD_BEFORE);
        assertThat(trade.placed()).isGreaterThan(50);
        List<JsonNode> runs = api.all("/api/jobs/stock-to-centra/runs?limit=200");
        assertThat(runs)
                .as("what the dead held was given back")
                .noneMatch(run -> run.at("/counts").has("busy elsewhere"));
        assertThat(runs.stream().filter(run -> run.get("status").asText().equals("FAILED")))
                .as("runs that the kills left behind")
                .hasSize(3);
    }

    private static long inFlight(Api api) {
        return StockTrade.skus().stream()
                .flatMap(sku -> api.all("/api/stock?sku=" + sku).stream())
                .mapToLong(row -> row.get("inFlight").asLong())
                .sum();
    }
}
