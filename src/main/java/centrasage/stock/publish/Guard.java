package centrasage.stock.publish;

import centrasage.centra.ProductSize;
import centrasage.centra.ShownStock;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.StockSettings;
import centrasage.stock.figure.GuardRail.Jump;
import centrasage.stock.figure.Sellable.Taken;
import centrasage.stock.level.Level;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.StockLevels;
import centrasage.stock.shelf.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds a run for a person that would change more than the guard rails let pass. A SKU that was never told of is held against what Centra
 * shows, which is what somebody sold by until now.
 */
@ApplicationScoped
public class Guard {
    private static final int CHUNK = 1000;

    private StockLevels levels;
    private Counterparts counterparts;
    private StockSettings settings;

    @SuppressWarnings("NullAway.Init")
    Guard() {}

    @Inject
    public Guard(StockLevels levels, Counterparts counterparts, StockSettings settings) {
        this.levels = levels;
        this.counterparts = counterparts;
        this.settings = settings;
    }

    /** Why a person has to look at it first; what was held before is told once it does not come to that any more. */
    Optional<String> hold(Shelf shelf, Figures figures) throws TargetUnavailable {
        List<Level> changed = new ArrayList<>();
        long all = levels.published(shelf);
        long toZero = 0;
        long after = 0;
        List<Level> page = levels.waiting(shelf, after, CHUNK);
        while (!page.isEmpty()) {
            Map<Long, Integer> first = shownFirst(shelf, page);
            Function<Level, Taken> taken = figures.taken(page);
            for (Level level : page) {
                Integer before = before(level, first);
                int units = figures.sellable(level, taken.apply(level)).units();
                all += before != null && level.sellable() == null ? 1 : 0;
                if (before != null && before != units && !level.released()) {
                    changed.add(level);
                    toZero += units == 0 ? 1 : 0;
                }
            }
            after = page.get(page.size() - 1).id();
            page = levels.waiting(shelf, after, CHUNK);
        }
        Optional<String> why = settings.guardRail().holds(new Jump(all, changed.size(), toZero));
        if (why.isPresent()) {
            for (int from = 0; from < changed.size(); from += CHUNK) {
                levels.stopped(
                        changed.subList(from, Math.min(changed.size(), from + CHUNK)),
                        LevelState.HELD,
                        level -> why.get());
            }
        } else {
            levels.heldNoMore(shelf);
        }
        return why;
    }

    /** That less was sold while Sage could not be read is over now, and no jump. */
    private static @Nullable Integer before(Level level, Map<Long, Integer> first) {
        if (level.usual() != null) {
            return level.usual();
        }
        return level.shown() != null ? level.shown() : first.get(level.id());
    }

    /** What Centra shows of those that it was never told of and that were never looked at; kept, so that each is asked for once. */
    private Map<Long, Integer> shownFirst(Shelf shelf, List<Level> page) throws TargetUnavailable {
        List<Level> unknown = page.stream()
                .filter(level -> level.sellable() == null && level.shown() == null)
                .toList();
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Map<String, List<ProductSize>> sizes = counterparts.sizes(unknown);
        Map<Level, ProductSize> matched = new HashMap<>();
        for (Level level : unknown) {
            List<ProductSize> ofSku = sizes.getOrDefault(level.sku(), List.of());
            if (ofSku.size() == 1) {
                matched.put(level, ofSku.get(0));
            }
        }
        Map<Long, ShownStock> shown = counterparts.shown(shelf, matched.values());
        Map<Long, Integer> free = new HashMap<>();
        matched.forEach((level, size) -> {
            ShownStock seen = shown.get(size.id());
            free.put(level.id(), seen == null ? 0 : seen.free());
        });
        levels.looked(free);
        return free;
    }
}
