package centrasage.stock.publish;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SageProductGroups;
import centrasage.stock.StockSettings;
import centrasage.stock.figure.BufferRule;
import centrasage.stock.figure.Kept;
import centrasage.stock.figure.Pace;
import centrasage.stock.level.Level;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.Freshness;
import centrasage.stock.shelf.BufferRules;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.velocity.Sold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the rules of a warehouse's buffers need to know, and nothing that none of them asks for. */
@ApplicationScoped
public class ReadBuffers {
    private static final Duration MEASURED_WITHIN = Duration.ofHours(1);

    /** Of fewer the 95th percentile is the slowest, which may be chance. */
    private static final int MEASURES_MIN = 20;

    private SageProductGroups groups;
    private Sold sold;
    private StockBook book;
    private StockSettings settings;

    @SuppressWarnings("NullAway.Init")
    ReadBuffers() {}

    @Inject
    public ReadBuffers(SageProductGroups groups, Sold sold, StockBook book, StockSettings settings) {
        this.groups = groups;
        this.sold = sold;
        this.book = book;
        this.settings = settings;
    }

    /** @throws TargetUnavailable when a rule names a product group, and Sage cannot be asked for its products */
    Buffers of(Shelf shelf, BufferRules rules) throws TargetUnavailable {
        Set<String> named = rules.groups();
        return ruled(rules, named.isEmpty() ? Map.of() : groups.ofProducts(shelf.company(), named));
    }

    /**
     * While Sage cannot be read: what each SKU kept back when it was last told, and more. Of what was never told the rules of product
     * groups are not known.
     */
    Buffers ofOld(BufferRules rules, int stale) {
        Buffers ruled = ruled(rules, Map.of());
        return levels -> {
            Function<Level, Kept> untold = ruled.of(
                    levels.stream().filter(level -> level.published() == 0).toList());
            return level -> (level.published() == 0
                            ? untold.apply(level)
                            : level.taken().kept())
                    .with(stale);
        };
    }

    private Buffers ruled(BufferRules rules, Map<String, String> groupByProduct) {
        boolean needsPace = rules.needPace();
        Duration window = needsPace ? sold.window() : settings.velocityWindow();
        Duration latency = needsPace ? latency() : Duration.ZERO;
        Function<Level, BufferRule> rule = level -> rules.of(level.sku(), groupByProduct.get(level.product()));
        return levels -> {
            Map<String, Long> units = needsPace ? units(levels, rule, window) : Map.of();
            return level -> rule.apply(level)
                    .kept(
                            level.held().offered(settings.sellsUnconfirmed()),
                            new Pace(units.getOrDefault(level.sku(), 0L), window, latency));
        };
    }

    private Map<String, Long> units(List<Level> levels, Function<Level, BufferRule> rule, Duration window) {
        Set<String> skus = levels.stream()
                .filter(level -> rule.apply(level).needsPace())
                .map(Level::sku)
                .collect(Collectors.toSet());
        return sold.of(skus, window);
    }

    /** What {@code GET /api/stock/summary} tells as p95; parts of a second are cut off there, and count here. */
    private Duration latency() {
        Freshness measured = book.freshness(MEASURED_WITHIN);
        return measured.count() < MEASURES_MIN
                ? settings.latencyUnmeasured()
                : Duration.ofSeconds(measured.p95()).plusSeconds(1);
    }
}
