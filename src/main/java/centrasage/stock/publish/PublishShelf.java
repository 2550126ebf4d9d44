package centrasage.stock.publish;

import centrasage.centra.ProductSize;
import centrasage.centra.ShownStock;
import centrasage.centra.client.CentraStock;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Holding;
import centrasage.sage200.client.read.SageOpenLines;
import centrasage.stock.StockSettings;
import centrasage.stock.figure.Sellable.Taken;
import centrasage.stock.level.Level;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.Told;
import centrasage.stock.publish.Promises.Begun;
import centrasage.stock.shelf.BufferRules;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.shelf.Skus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One run for one warehouse, by whoever holds its lease: read, weigh, tell. */
@ApplicationScoped
public class PublishShelf {
    /** So many SKUs are looked at in Centra before anything is told. */
    private static final int CHUNK = 1000;

    private ReadHoldings holdings;
    private SageOpenLines openLines;
    private Promises promises;
    private CentraStock centra;
    private ReadSizes readSizes;
    private ReadBuffers readBuffers;
    private Counterparts counterparts;
    private Guard guard;
    private StockLevels levels;
    private TellCentra tell;
    private Strays strays;
    private StockSettings settings;

    @SuppressWarnings("NullAway.Init")
    PublishShelf() {}

    @Inject
    public PublishShelf(
            ReadHoldings holdings,
            SageOpenLines openLines,
            Promises promises,
            CentraStock centra,
            ReadSizes readSizes,
            ReadBuffers readBuffers,
            Counterparts counterparts,
            Guard guard,
            StockLevels levels,
            TellCentra tell,
            Strays strays,
            StockSettings settings) {
        this.holdings = holdings;
        this.openLines = openLines;
        this.promises = promises;
        this.centra = centra;
        this.readSizes = readSizes;
        this.readBuffers = readBuffers;
        this.counterparts = counterparts;
        this.guard = guard;
        this.levels = levels;
        this.tell = tell;
        this.strays = strays;
        this.settings = settings;
    }

    /**
     * What one run is asked to do.
     *
     * @param takesOrders whether orders of this company take their goods from this warehouse of Sage's
     * @param all whether everything is read and compared, also what nothing says that it has changed
     * @param holdsLease asked before each request to Centra: false once somebody else may write
     */
    public record Wish(
            Shelf shelf,
            Skus skus,
            BufferRules rules,
            boolean takesOrders,
            boolean all,
            BooleanSupplier stopped,
            BooleanSupplier holdsLease) {
        boolean goesOn() {
            return !stopped.getAsBoolean() && holdsLease.getAsBoolean();
        }
    }

    /**
     * What a run came to.
     *
     * @param stray SKUs that Centra sells there and Sage has no stock of; none where they were not looked for
     * @param held why the guard rails let nothing pass
     * @param unread why Sage's database was not read although it should be
     */
    public record Outcome(
            long read,
            long news,
            long told,
            long right,
            long unmatched,
            Strays.Found stray,
            Optional<String> held,
            Optional<String> unread) {}

    /**
     * @return empty where it did not go on to its end: it was stopped, or somebody else publishes now
     * @throws TargetUnavailable when Sage cannot be read, or Centra takes nothing: what is due stays so
     */
    public Optional<Outcome> publish(Wish wish, Begun begun) throws TargetUnavailable {
        Shelf shelf = wish.shelf();
        Map<String, Long> inFlight = wish.takesOrders() ? begun.of(shelf.company()) : Map.of();
        Map<String, BigDecimal> open = openOrders(shelf);
        Optional<ReadHoldings.Counts> read = holdings.read(shelf, wish.skus(), wish.all(), wish::goesOn);
        if (read.isPresent() && !read.get().isWhole() && read.get().news() > 0 && levels.hasTwins(shelf)) {
            read = holdings.read(shelf, wish.skus(), true, wish::goesOn);
        }
        if (read.isEmpty()) {
            return Optional.empty();
        }
        levels.takenOtherwise(shelf, open, inFlight, wish.rules().same());
        if (readSizes.readWhereOld(wish.all(), wish::goesOn)) {
            levels.matchedNow(shelf);
        }
        Buffers buffers = readBuffers.of(shelf, wish.rules());
        Figures figures = new Figures(wish.skus(), open, inFlight, buffers, settings.sellsUnconfirmed());
        Optional<String> held = guard.hold(shelf, figures);
        Telling telling = new Telling(wish, begun, figures);
        telling.all();
        if (!wish.goesOn()) {
            return Optional.empty();
        }
        Strays.Found stray = wish.all() ? strays.see(wish) : Strays.Found.NONE;
        return Optional.of(new Outcome(
                read.get().read(),
                read.get().news(),
                telling.told,
                telling.right,
                telling.unmatched,
                stray,
                held,
                read.get().unread()));
    }

    /**
     * One run while Sage cannot be read: what is sold by what it said last, as the policy for that says.
     *
     * @return how many units more of each SKU are kept back; empty while the last reading is not old
     * @throws TargetUnavailable when Centra takes nothing
     */
    public OptionalInt publishOld(Wish wish, Begun begun) throws TargetUnavailable {
        Shelf shelf = wish.shelf();
        OptionalInt stale = levels.age(shelf).stream()
                .flatMapToInt(age -> settings.stalePolicy().more(age).stream())
                .findFirst();
        if (stale.isPresent()) {
            Map<String, Long> inFlight = wish.takesOrders() ? begun.of(shelf.company()) : Map.of();
            Buffers buffers = readBuffers.ofOld(wish.rules(), stale.getAsInt());
            levels.withOtherStale(shelf, stale.getAsInt());
            new Telling(wish, begun, Figures.ofOld(wish.skus(), inFlight, buffers, settings.sellsUnconfirmed())).all();
        }
        return stale;
    }

    /** By product, in this warehouse. */
    private Map<String, BigDecimal> openOrders(Shelf shelf) throws TargetUnavailable {
        return openLines.unallocated(shelf.company(), settings.countsAllOrders()).entrySet().stream()
                .filter(open -> open.getKey().warehouse().equalsIgnoreCase(shelf.sageWarehouse()))
                .collect(Collectors.toMap(
                        (Map.Entry<Holding, BigDecimal> open) -> open.getKey().product(),
                        Map.Entry::getValue,
                        BigDecimal::add));
    }

    /** Tells Centra what is due, chunk by chunk. */
    private final class Telling {
        private final Wish wish;
        private final Begun begun;
        private final Figures figures;
        private long told;
        private long right;
        private long unmatched;

        Telling(Wish wish, Begun begun, Figures figures) {
            this.wish = wish;
            this.begun = begun;
            this.figures = figures;
        }

        void all() throws TargetUnavailable {
            long after = 0;
            List<Level> chunk = levels.due(wish.shelf(), wish.all(), after, CHUNK);
            while (!chunk.isEmpty() && wish.goesOn() && (wish.all() || centra.room(true) > 0)) {
                tell(chunk);
                after = chunk.get(chunk.size() - 1).id();
                chunk = levels.due(wish.shelf(), wish.all(), after, CHUNK);
            }
        }

        private void tell(List<Level> chunk) throws TargetUnavailable {
            Map<Level, ProductSize> matched = matched(chunk);
            Map<Long, ShownStock> shown = counterparts.shown(wish.shelf(), matched.values());
            Figures now = wish.takesOrders() ? figures.and(promises.placedSince(begun)) : figures;
            Function<Level, Taken> taken = now.taken(List.copyOf(matched.keySet()));
            List<Told> asShown = new ArrayList<>();
            List<Told> due = new ArrayList<>();
            matched.forEach((level, size) -> {
                ShownStock seen = shown.getOrDefault(size.id(), new ShownStock(size.id(), 0, 0));
                Told figure = now.told(level, taken.apply(level), seen, settings.type());
                boolean isThere = shown.containsKey(size.id())
                        && seen.free() == figure.figure().units();
                (isThere ? asShown : due).add(figure);
            });
            levels.right(asShown);
            right += asShown.size();
            Map<Boolean, List<Told>> byUrgency =
                    due.stream().collect(Collectors.partitioningBy(figure -> isUrgent(figure, shown, matched)));
            tell(byUrgency.getOrDefault(true, List.of()), true);
            tell(byUrgency.getOrDefault(false, List.of()), false);
        }

        /** What finds no room now is told with the next run. */
        private void tell(List<Told> due, boolean isUrgent) throws TargetUnavailable {
            long room = due.isEmpty() ? 0 : centra.room(isUrgent);
            int from = 0;
            while (from < due.size() && room > 0 && wish.goesOn()) {
                int to = Math.min(due.size(), from + settings.pageSize());
                told += tell.tell(wish.shelf(), due.subList(from, to), isUrgent, wish::goesOn);
                from = to;
                room--;
            }
            levels.due(due.subList(from, due.size()));
        }

        /** What falls, and what sells: Centra would sell what is not there, or nothing of what is. */
        private static boolean isUrgent(Told figure, Map<Long, ShownStock> shown, Map<Level, ProductSize> matched) {
            ProductSize size = matched.get(figure.level());
            ShownStock seen = size == null ? null : shown.get(size.id());
            return seen != null && (seen.allocated() > 0 || figure.figure().units() < seen.free());
        }

        private Map<Level, ProductSize> matched(List<Level> chunk) {
            Map<String, List<ProductSize>> known = counterparts.sizes(chunk);
            Map<Level, ProductSize> matched = new HashMap<>();
            Map<Long, String> faults = new HashMap<>();
            for (Level level : chunk) {
                List<ProductSize> ofSku = known.getOrDefault(level.sku(), List.of());
                String fault = figures.fault(level, ofSku);
                if (fault.isEmpty()) {
                    matched.put(level, ofSku.get(0));
                } else {
                    faults.put(level.id(), fault);
                }
            }
            List<Level> without = chunk.stream()
                    .filter(level -> faults.containsKey(level.id()))
                    .toList();
            levels.stopped(without, LevelState.UNMATCHED, level -> Objects.requireNonNull(faults.get(level.id())));
            unmatched += without.size();
            return matched;
        }
    }
}
