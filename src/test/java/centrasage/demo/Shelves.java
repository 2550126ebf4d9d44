package centrasage.demo;

import centrasage.simulator.audit.StockAudit;
import centrasage.story.Api;
import centrasage.story.FirstStock;
import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;

/** What the shop may still sell: Sage's figures, which a person lets pass before Centra is told of them for the first time. */
final class Shelves {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String ALL = "stock-compare";
    private static final String CHANGED = "stock-to-centra";
    private static final int SHOWN = 5;

    private final PrintStream out;
    private final World world;
    private final Api api;

    Shelves(PrintStream out, World world, Api api) {
        this.out = out;
        this.world = world;
        this.api = api;
    }

    /** Returns when Centra was told, of what came in meanwhile as well. */
    void open() throws InterruptedException {
        api.runToEnd(ALL, LIMIT);
        long held = held();
        FirstStock.release(api, LIMIT);
        JsonNode told = api.runToEnd(ALL, LIMIT);
        out.printf(
                "Stock: %d SKUs were held before their first publication; somebody looked, let them pass, and Centra was told of %d%n",
                held, told.at("/counts/told").asLong());
        String sku =
                api.get("/api/stock?state=SHOWN&limit=1").at("/items/0/product").asText();
        world.sage("PUT", "/control/stock", "{\"product\": \"" + sku + "\", \"receive\": 48}");
        JsonNode run = api.runToEnd(CHANGED, LIMIT);
        out.printf(
                "  48 pieces of %s come in, and the next run tells Centra of %d SKU%n",
                sku, run.at("/counts/told").asLong());
    }

    private long held() {
        long held = 0;
        for (JsonNode row : api.get("/api/stock/summary").get("warehouses")) {
            held += row.get("state").asText().equals("HELD") ? row.get("skus").asLong() : 0;
        }
        return held;
    }

    /** Whether Centra sells what Sage has, by both sides' own accounts. */
    boolean proof(Summary summary) {
        StockAudit.Result audit = world.stockAudit(Set.of());
        boolean holds = summary.line(
                audit.violations().isEmpty(),
                audit.skus() + " SKUs: Centra sells what Sage 200 has free, less what is promised already");
        audit.violations().stream().limit(SHOWN).forEach(violation -> out.println("    " + violation));
        return holds;
    }
}
