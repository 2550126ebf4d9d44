package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Shoppers and stock keepers of a few SKUs, and what must be left of each in the end, by arithmetic alone. */
final class StockTrade {
    /** Sells out, and is never written off: one piece too many was told by a figure that was not true any more. */
    static final String SCARCE = "STOCK-SCARCE";

    /** Nobody buys it: an older figure that is told after a newer one is higher. */
    static final String FALLING = "STOCK-FALLING";

    /** Nobody buys it: an older figure that is told after a newer one is lower. */
    static final String RISING = "STOCK-RISING";

    private static final String BUSY = "STOCK-BUSY";
    private static final Map<String, Integer> AT_FIRST = Map.of(SCARCE, 15, FALLING, 5_000, RISING, 10, BUSY, 2_000);
    private static final long BETWEEN_NANOS = Duration.ofMillis(700).toNanos();

    private final World world;
    private final Random random;
    private final Map<String, Integer> left = new TreeMap<>(AT_FIRST);
    private int placed;
    private int refused;
    private long lastWave;

    private StockTrade(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
    }

    /** Both sides have these SKUs, and Centra knows nothing of their stock. */
    static StockTrade begin(World world, long seed) {
        AT_FIRST.forEach((sku, units) -> {
            world.sage("POST", "/control/products", "[{\"code\": \"" + sku + "\", \"freeStock\": " + units + "}]");
            world.centra("POST", "/control/sizes", "{\"skus\": [\"" + sku + "\"]}");
        });
        return new StockTrade(world, seed);
    }

    static Set<String> skus() {
        return AT_FIRST.keySet();
    }

    int placed() {
        return placed;
    }

    /** Goes on all the while until this is reached. */
    void goOnUntil(String what, Duration limit, Callable<Boolean> state) throws InterruptedException {
        Await.until(what, limit, () -> {
            if (System.nanoTime() - lastWave > BETWEEN_NANOS) {
                lastWave = System.nanoTime();
                wave();
            }
            return state.call();
        });
    }

    /** Something of everything. */
    void wave() {
        comesIn(FALLING, -1 - random.nextInt(3));
        comesIn(RISING, 1 + random.nextInt(3));
        comesIn(BUSY, random.nextInt(9) - 4);
        comesIn(SCARCE, random.nextInt(3) / 2);
        buy(BUSY, 1 + random.nextInt(2));
        buy(SCARCE, 1 + random.nextInt(2));
    }

    private void comesIn(String sku, int units) {
        world.sage("PUT", "/control/stock", "{\"product\": \"" + sku + "\", \"receive\": " + units + "}");
        left.merge(sku, units, Integer::sum);
    }

    private void buy(String sku, int orders) {
        JsonNode bought = world.centra(
                "POST", "/control/buy", "{\"sku\": \"" + sku + "\", \"quantity\": 1, \"orders\": " + orders + "}");
        placed += bought.get("placed").asInt();
        refused += bought.get("refused").asInt();
        left.merge(sku, -bought.get("placed").asInt(), Integer::sum);
    }

    /** Whether Centra sells what is left of each, to the piece. */
    boolean isTold() {
        return left.equals(free());
    }

    private Map<String, Integer> free() {
        Map<String, Integer> free = new TreeMap<>();
        for (JsonNode row : world.centra("GET", "/control/stock?warehouse=Main", "")) {
            if (AT_FIRST.containsKey(row.get("sku").asText())) {
                free.put(row.get("sku").asText(), row.get("free").asInt());
            }
        }
        return free;
    }

    /** Once everything has come to rest. */
    void isRight() {
        assertThat(world.stockAudit(skus()).violations()).isEmpty();
        assertThat(world.stockAudit(skus()).skus()).isEqualTo(AT_FIRST.size());
        assertThat(free()).as("by arithmetic alone").isEqualTo(left);
        assertThat(left.values()).as("nothing was sold that was not there").allMatch(units -> units >= 0);
        JsonNode oversold = world.centra("GET", "/control/stock/oversold", "");
        for (JsonNode row : oversold.get("now")) {
            assertThat(skus()).as("oversold now").doesNotContain(row.get("sku").asText());
        }
        assertThat(refused).as("shoppers who came too late").isPositive();
        System.out.println("sold " + placed + ", refused " + refused + ", left " + left);
    }

    /** All quantities that Centra was told of a SKU, in order. */
    List<Integer> told(String sku) {
        List<Integer> told = new ArrayList<>();
        for (JsonNode row : world.centra("GET", "/control/stock/history", "")) {
            if (row.get("sku").asText().equals(sku)) {
                told.add(row.get("quantity").asInt());
            }
        }
        return told;
    }

    void noOlderFigureFollowsANewerOne(int atLeast) {
        List<Integer> falling = told(FALLING);
        List<Integer> rising = told(RISING);
        System.out.println("told " + falling.size() + " figures that fall and " + rising.size() + " that rise");
        assertThat(falling).hasSizeGreaterThan(atLeast).isSortedAccordingTo((one, other) -> other - one);
        assertThat(rising).hasSizeGreaterThan(atLeast).isSorted();
    }
}
