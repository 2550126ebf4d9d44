package centrasage.stock.publish;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.stock.publish.PublishShelf.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * How long stock-to-centra takes for a hundred thousand SKUs, on both simulators without Centra's rate limit: everything for the first time,
 * a run after a thousand changes, and the comparison of everything. Ends with 1 where one of the last two takes longer than it may.
 */
public final class StockBench {
    private static final int SKUS = 100_000;
    private static final int CHANGES = 1_000;
    private static final String PREFIX = "BENCH-";
    private static final Duration MOST_INCREMENTAL = Duration.ofSeconds(5);
    private static final Duration MOST_IN_ALL = Duration.ofSeconds(60);
    private static final Instant LONG_AGO = Instant.parse("2026-01-05T08:00:00Z");
    private static final double MEGABYTE = 1024.0 * 1024;

    private final StockWorld world;
    private final List<ObjectNode> holdings = new ArrayList<>();

    private StockBench(StockWorld world) {
        this.world = world;
    }

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        boolean inTime;
        try (StockWorld world = new StockWorld()) {
            inTime = new StockBench(world).run();
        }
        System.exit(inTime ? 0 : 1);
    }

    private boolean run() throws Exception {
        fill();
        timed("everything for the first time", () -> world.publish(true));
        change();
        Duration incremental = timed("a run after " + CHANGES + " changes", world::publish);
        Duration idle = timed("a run after none", world::publish);
        Duration all = timed("everything compared", () -> world.publish(true));
        boolean inTime = incremental.compareTo(MOST_INCREMENTAL) <= 0 && all.compareTo(MOST_IN_ALL) <= 0;
        System.out.printf(
                Locale.ROOT,
                "incremental / idle %.1f, everything / incremental %.1f: %s%n",
                (double) incremental.toMillis() / Math.max(1, idle.toMillis()),
                (double) all.toMillis() / incremental.toMillis(),
                inTime ? "in time" : "TOO SLOW");
        return inTime;
    }

    private void fill() {
        Company company = Objects.requireNonNull(world.sage.state().company(Site.LIVE_COMPANY));
        company.locked(() -> {
            ObjectNode warehouse = company.coded("warehouses", "name", StockWorld.SAGE);
            for (int each = 1; each <= SKUS; each++) {
                ObjectNode product = company.insert(
                        "products",
                        Json.object()
                                .put("code", PREFIX + each)
                                .put("name", PREFIX + each)
                                .put("allow_sales_order", true)
                                .put("product_status_type", "Active"));
                ObjectNode holding = Json.object()
                        .put("product_id", product.path("id").asLong())
                        .put("warehouse_id", warehouse.path("id").asLong());
                holding.set("warehouse_name", warehouse.path("name"));
                holdings.add(company.insert("warehouse_holdings", free(holding, each % 50))
                        .put("date_time_updated", Moments.rowTime(LONG_AGO.plusSeconds(200L * each))));
            }
            return company;
        });
        world.client.control("POST", "sizes", "{'count': " + SKUS + ", 'prefix': '" + PREFIX + "'}");
    }

    private static ObjectNode free(ObjectNode holding, int units) {
        BigDecimal quantity = BigDecimal.valueOf(units).setScale(5);
        for (String field : new String[] {"unconfirmed_qty_in_stock", "quantity_allocated", "quantity_reserved"}) {
            holding.put(field, BigDecimal.ZERO.setScale(5));
        }
        for (String field : new String[] {
            "confirmed_qty_in_stock", "quantity_in_stock", "free_stock_available", "free_stock_available_less_reserved"
        }) {
            holding.put(field, quantity);
        }
        return holding;
    }

    private void change() {
        Company company = Objects.requireNonNull(world.sage.state().company(Site.LIVE_COMPANY));
        company.locked(() -> {
            for (int each = 0; each < CHANGES; each++) {
                company.touch(free(holdings.get(each * (SKUS / CHANGES)), 60 + each % 20));
            }
            return company;
        });
    }

    private Duration timed(String what, Callable<Outcome> run) throws Exception {
        long sageBefore = world.sage.requests().total();
        long centraBefore = world.centra.requests().total();
        long begun = System.nanoTime();
        Outcome outcome = run.call();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%-30s %6.1f s; read %d, changed %d, told %d, right %d; %d requests to Sage, %d to Centra; %.0f MB in use%n",
                what,
                took.toMillis() / 1000.0,
                outcome.read(),
                outcome.news(),
                outcome.told(),
                outcome.right(),
                world.sage.requests().total() - sageBefore,
                world.centra.requests().total() - centraBefore,
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
        return took;
    }
}
