package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.FaultKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * One SKU is sold by the hundred in a minute, while goods come in and are written off in Sage 200, orders are on their way there, and
 * Centra loses answers. In the end Centra sells what Sage has, to the piece, and what was sold too much is counted.
 */
class FlashSaleStoryIT {
    private static final long SEED = 47;
    private static final String SKU = "FLASH-1";
    private static final int AT_FIRST = 200;
    private static final int WAVES = 40;
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private static final String FAULTS = """
            {"write": {"timeout-after-commit": 100, "504-after-commit": 100, "504-before-commit": 100, "reset-before-commit": 100},
             "holdMillis": 1500, "seed": 47}
            """;

    private static final Map<String, String> SETTINGS = Map.of(
            "schedule.stock-to-centra", "every PT2S",
            "schedule.order-import", "every PT5S",
            "centra.connect-timeout", "PT1S",
            "centra.read-timeout", "PT1S",
            "stock.overlap", "PT10S",
            "stock.sizes-refresh", "PT1M");

    private int placed;
    private int refused;

    @Test
    void centra_sells_what_sage_has_while_both_change() throws InterruptedException {
        System.out.println("seed " + SEED);
        try (World world = World.begin(Path.of("target/stories/flash-sale"), SEED, LocalDate.of(2026, 11, 20), 20)) {
            world.fillTheShelves();
            world.sage("POST", "/control/products", "[{\"code\": \"" + SKU + "\", \"freeStock\": " + AT_FIRST + "}]");
            world.centra("POST", "/control/sizes", "{\"skus\": [\"" + SKU + "\"]}");
            Map<String, String> settings = world.settings();
            settings.putAll(SETTINGS);
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                Api api = application.api();
                FirstStock.release(api, LIMIT);
                Await.until(
                        "the first figure",
                        LIMIT,
                        () -> inCentra(world).path("free").asInt() == AT_FIRST);
                world.centra("PUT", "/control/faults", FAULTS);
                world.simulators()
                        .centra()
                        .faults()
                        .order(FaultKind.GATEWAY_TIMEOUT_AFTER_COMMIT, "mutation setStock", 2);
                theSale(world);
                JsonNode struck = world.centra("GET", "/control/faults", "").get("counts");
                world.centra("PUT", "/control/faults", "{\"write\": {}}");
                assertThat(placed).as("orders in " + WAVES + " s").isGreaterThan(AT_FIRST / 2);
                assertThat(refused).as("shoppers who came too late").isPositive();
                Await.until("all orders to be posted", LIMIT, () -> api.unfinished() == 0 && inFlight(api) == 0);
                Await.until(
                        "Centra to sell what Sage has",
                        LIMIT,
                        () -> world.stockAudit(Set.of(SKU)).violations().isEmpty());
                assertThat(world.stockAudit(Set.of(SKU)).skus()).isOne();
                report(world, api, struck);
                assertThat(inSage(world)).as("each of them once").isEqualTo(placed);
            }
        }
    }

    private void theSale(World world) throws InterruptedException {
        Random random = new Random(SEED);
        for (int wave = 0; wave < WAVES; wave++) {
            JsonNode bought = world.centra(
                    "POST",
                    "/control/buy",
                    "{\"sku\": \"" + SKU + "\", \"quantity\": 1, \"orders\": " + (6 + random.nextInt(12)) + "}");
            placed += bought.path("placed").asInt();
            refused += bought.path("refused").asInt();
            if (wave % 2 == 1) {
                int comesIn = random.nextInt(30) - 10;
                world.sage("PUT", "/control/stock", "{\"product\": \"" + SKU + "\", \"receive\": " + comesIn + "}");
            }
            Thread.sleep(BETWEEN.toMillis());
        }
    }

    private static JsonNode inCentra(World world) {
        for (JsonNode row : world.centra("GET", "/control/stock?warehouse=Main", "")) {
            if (row.path("sku").asText().equals(SKU)) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    private static long inFlight(Api api) {
        JsonNode items = api.get("/api/stock?sku=" + SKU).get("items");
        return items.isEmpty() ? 0 : items.get(0).path("inFlight").asLong();
    }

    /** How many pieces are in orders of Sage's. */
    private static int inSage(World world) {
        int pieces = 0;
        for (JsonNode order : world.sage("/control/orders")) {
            for (JsonNode line : order.get("lines")) {
                pieces += line.path("code").asText().equals(SKU)
                        ? line.get("line_quantity").asInt()
                        : 0;
            }
        }
        return pieces;
    }

    private void report(World world, Api api, JsonNode struck) {
        JsonNode oversold = world.centra("GET", "/control/stock/oversold", "");
        int told = 0;
        for (JsonNode row : world.centra("GET", "/control/stock/history", "")) {
            told += row.path("sku").asText().equals(SKU) ? 1 : 0;
        }
        System.out.println("sold " + placed + ", refused " + refused + ", told " + told + " times, struck " + struck);
        System.out.println("oversold " + oversold);
        System.out.println("freshness " + api.get("/api/stock/summary").get("freshness"));
        assertThat(told).isGreaterThan(3);
        assertThat(struck.path("504-after-commit").asInt())
                .as("answers that Centra lost, whatever was drawn besides")
                .isGreaterThanOrEqualTo(2);
    }
}
