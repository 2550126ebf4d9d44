package centrasage.stock.level;

import centrasage.sage200.StockLevel;
import centrasage.stock.figure.Sellable.Taken;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.database.KeyParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stock of all SKUs by warehouse: what Sage 200 holds, and what Centra was told of it. Times are the database's. */
@ApplicationScoped
public class StockLevels {
    private static final Set<LevelState> WAITING = EnumSet.of(LevelState.DUE, LevelState.HELD);

    private static final Set<LevelState> TO_BE_TOLD = EnumSet.of(LevelState.DUE, LevelState.SENDING);

    private static final Set<LevelState> TO_BE_LOOKED_AT =
            EnumSet.of(LevelState.DUE, LevelState.SENDING, LevelState.SHOWN, LevelState.UNMATCHED);

    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    StockLevels() {}

    @Inject
    public StockLevels(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /**
     * A holding as it was read.
     *
     * @param product its code in Sage 200
     * @param sku as Centra calls it
     */
    public record Reading(StockLevel level, String product, String sku) {}

    /**
     * A holding that Sage shows, and that cannot be read.
     *
     * @param product its code in Sage 200
     * @param sku as Centra calls it
     * @param why in words that name it
     */
    public record Unread(long holding, String product, String sku, String why) {}

    /** The moment before Sage 200 is asked, by which all nodes order what they read. */
    @Atomic(alone = true)
    public Instant readingBegins() {
        return time.now();
    }

    /**
     * From when on Sage's stamps are asked for: nothing that was stamped before can come any more. Empty before all was read once.
     *
     * @param early how much earlier than it is committed Sage may stamp a change, with what its clock and the database's differ by
     */
    @Atomic(alone = true)
    public Optional<Instant> readFrom(Shelf shelf, Duration early) {
        return shelfRow(shelf)
                .filter(row -> row.isOf(shelf))
                .map(row -> row.readTo().minus(early));
    }

    /** Whether what is here is of another warehouse of Sage's, so that all has to be read. */
    @Atomic(alone = true)
    public boolean isReadOfAnother(Shelf shelf) {
        return shelfRow(shelf).filter(row -> !row.isOf(shelf)).isPresent();
    }

    /** All that Sage had at this moment, by the database's clock, was read. */
    @Atomic(alone = true)
    public void readTo(Shelf shelf, Instant moment) {
        shelfRow(shelf)
                .ifPresentOrElse(
                        row -> row.move(shelf, moment), () -> entities.persist(new StockShelfRow(shelf, moment)));
    }

    /** How long ago Sage was last read; empty before the first time. */
    @Atomic(alone = true)
    public Optional<Duration> age(Shelf shelf) {
        Instant now = time.now();
        return shelfRow(shelf).map(row -> Duration.between(row.readTo(), now));
    }

    /** Makes due what was told with another buffer for the time that Sage cannot be read than there is now. */
    @Atomic(alone = true)
    public void withOtherStale(Shelf shelf, int stale) {
        due(shelf, "l.state = :from AND l.staleBuffer <> :stale", LevelState.SHOWN)
                .setParameter("stale", stale)
                .executeUpdate();
    }

    /** One statement, however many there are. */
    private Query due(Shelf shelf, String condition, LevelState from) {
        return entities.createQuery(
                        "UPDATE StockLevelRow l SET l.state = :due, l.notBefore = :now WHERE l.company = :company"
                                + " AND l.centraWarehouse = :warehouse AND " + condition)
                .setParameter("due", LevelState.DUE)
                .setParameter("now", time.now())
                .setParameter("company", shelf.company())
                .setParameter("warehouse", shelf.centraWarehouse())
                .setParameter("from", from);
    }

    private Optional<StockShelfRow> shelfRow(Shelf shelf) {
        return entities
                .createQuery(
                        "SELECT s FROM StockShelfRow s WHERE s.company = :company AND s.centraWarehouse = :warehouse",
                        StockShelfRow.class)
                .setParameter("company", shelf.company())
                .setParameter("warehouse", shelf.centraWarehouse())
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Products by the ids of these holdings, as far as they were read before. */
    @Atomic(alone = true)
    public Map<Long, String> products(Shelf shelf, List<Long> holdings) {
        Map<Long, String> products = new HashMap<>();
        for (List<Long> ids : KeyParts.of(holdings)) {
            ofKeys(shelf, "l.holdingId IN :keys", ids, LockModeType.NONE)
                    .forEach(row -> products.put(row.holdingId(), row.toLevel().product()));
        }
        return products;
    }

    /**
     * Commits a page of readings. One that is older than what is here changes nothing.
     *
     * @param readAt {@link #readingBegins()} before the page was asked for
     * @return how many say something else than before
     */
    @Atomic(alone = true)
    public int read(Shelf shelf, List<Reading> page, Instant readAt) {
        Instant now = time.now();
        Map<Long, StockLevelRow> known =
                known(shelf, page.stream().map(reading -> reading.level().id()).toList());
        int news = 0;
        for (Reading reading : page) {
            StockLevelRow row =
                    known.computeIfAbsent(reading.level().id(), holding -> new StockLevelRow(shelf, holding, now));
            boolean changed = !row.wasReadSince(reading.level(), readAt)
                    && row.read(reading.level(), reading.product(), reading.sku(), readAt, now);
            if (!entities.contains(row)) {
                entities.persist(row);
            }
            news += changed ? 1 : 0;
        }
        return news;
    }

    /** Commits what cannot be read: it is named, and not told before it can be. */
    @Atomic(alone = true)
    public void unread(Shelf shelf, List<Unread> page, Instant readAt) {
        Instant now = time.now();
        Map<Long, StockLevelRow> known =
                known(shelf, page.stream().map(Unread::holding).toList());
        for (Unread unread : page) {
            StockLevelRow row =
                    known.computeIfAbsent(unread.holding(), holding -> new StockLevelRow(shelf, holding, now));
            row.unread(unread, readAt);
            if (!entities.contains(row)) {
                entities.persist(row);
            }
        }
    }

    /** Levels of other holdings than these, without what is being told: that is left until it is over. */
    @Atomic(alone = true)
    public List<Long> ofOthers(Shelf shelf, Set<Long> holdings) {
        return of(shelf, "SELECT l.holdingId, l.id FROM StockLevelRow l", "l.state <> :sending", Object[].class)
                .setParameter("sending", LevelState.SENDING)
                .getResultList()
                .stream()
                .filter(row -> !holdings.contains((Long) row[0]))
                .map(row -> (Long) row[1])
                .toList();
    }

    /** Sage does not have these any more: they are nothing. Where another holding has the SKU now, that one counts alone. */
    @Atomic(alone = true)
    public void gone(Shelf shelf, Set<Long> ids) {
        Instant now = time.now();
        List<StockLevelRow> gone = rows(ids);
        List<String> skus = gone.stream().map(row -> row.toLevel().sku()).toList();
        Set<String> ofOthers = new HashSet<>();
        for (List<String> part : KeyParts.of(skus)) {
            ofKeys(shelf, "l.sku IN :keys", part, LockModeType.NONE)
                    .map(StockLevelRow::toLevel)
                    .filter(level -> !ids.contains(level.id()))
                    .forEach(level -> ofOthers.add(level.sku()));
        }
        for (StockLevelRow row : gone) {
            if (ofOthers.contains(row.toLevel().sku())) {
                entities.remove(row);
            } else {
                row.gone(now);
            }
        }
    }

    /** Whether what is due shares its SKU with another holding: a product has got the code of another one, which has a new one. */
    @Atomic(alone = true)
    public boolean hasTwins(Shelf shelf) {
        return of(
                                shelf,
                                "SELECT COUNT(l) FROM StockLevelRow l",
                                "l.state = :due AND l.sku <> '' AND EXISTS (SELECT o.id FROM StockLevelRow o WHERE o.sku = l.sku"
                                        + " AND o.company = l.company AND o.centraWarehouse = l.centraWarehouse AND o.id <> l.id)",
                                Long.class)
                        .setParameter("due", LevelState.DUE)
                        .getSingleResult()
                > 0;
    }

    /** All warehouses whose stock was read. */
    @Atomic(alone = true)
    public List<ShelfName> shelves() {
        return entities.createQuery("SELECT s FROM StockShelfRow s", StockShelfRow.class).getResultList().stream()
                .map(StockShelfRow::toName)
                .toList();
    }

    /** A warehouse is not sold any more: should it be again, it is as if for the first time. */
    @Atomic(alone = true)
    public void forget(ShelfName shelf) {
        for (String table : List.of("StockLevelRow", "StockShelfRow", "StockMarkRow")) {
            entities.createQuery(
                            "DELETE FROM " + table + " r WHERE r.company = :company AND r.centraWarehouse = :warehouse")
                    .setParameter("company", shelf.company())
                    .setParameter("warehouse", shelf.centraWarehouse())
                    .executeUpdate();
        }
    }

    private Map<Long, StockLevelRow> known(Shelf shelf, List<Long> holdings) {
        Map<Long, StockLevelRow> known = new HashMap<>();
        for (List<Long> ids : KeyParts.of(holdings)) {
            ofKeys(shelf, "l.holdingId IN :keys", ids, LockModeType.PESSIMISTIC_WRITE)
                    .forEach(row -> known.put(row.holdingId(), row));
        }
        return known;
    }

    /**
     * Makes due what was told with more or less taken off than there is now: nothing of that touches the holding in Sage 200. Where buffers
     * differ by SKU, only what was kept back while Sage could not be read counts of them: all of them are compared nightly.
     *
     * @param open of this warehouse, by product
     * @param inFlight by SKU
     * @param buffer of every SKU; empty where they differ
     */
    @Atomic(alone = true)
    public void takenOtherwise(
            Shelf shelf, Map<String, BigDecimal> open, Map<String, Long> inFlight, OptionalInt buffer) {
        Instant now = time.now();
        Consumer<StockLevelRow> look = row -> {
            Level level = row.toLevel();
            Taken taken = new Taken(
                    open.getOrDefault(level.product(), BigDecimal.ZERO),
                    inFlight.getOrDefault(level.sku(), 0L),
                    level.taken().kept());
            if (level.state() == LevelState.SHOWN && !taken.isSame(level.taken())) {
                row.goOn(now);
            }
        };
        due(shelf, "l.state = :from AND (l.staleBuffer <> 0 OR :same = TRUE AND l.buffer <> :buffer)", LevelState.SHOWN)
                .setParameter("same", buffer.isPresent())
                .setParameter("buffer", buffer.orElse(0))
                .executeUpdate();
        of(shelf, "(l.openOrders <> 0 OR l.inFlight <> 0)").getResultList().forEach(look);
        for (List<String> products : KeyParts.of(open.keySet())) {
            ofKeys(shelf, "l.product IN :keys", products, LockModeType.NONE).forEach(look);
        }
        for (List<String> skus : KeyParts.of(inFlight.keySet())) {
            ofKeys(shelf, "l.sku IN :keys", skus, LockModeType.NONE).forEach(look);
        }
    }

    /**
     * What Centra is to be told now, by rising id: what was sent without an answer as well, once it cannot be carried out any more.
     *
     * @param all whether what Centra was told before is looked at, too
     */
    @Atomic(alone = true)
    public List<Level> due(Shelf shelf, boolean all, long after, int most) {
        Instant now = time.now();
        return firstOf(
                all ? TO_BE_LOOKED_AT : TO_BE_TOLD,
                most,
                state -> of(shelf, "l.state = :state AND l.id > :after AND l.notBefore <= :now ORDER BY l.id")
                        .setParameter("state", state)
                        .setParameter("after", after)
                        .setParameter("now", now));
    }

    /** What is due or held, by rising id, whenever it is due. */
    @Atomic(alone = true)
    public List<Level> waiting(Shelf shelf, long after, int most) {
        return firstOf(
                WAITING,
                most,
                state -> of(shelf, "l.state = :state AND l.id > :after ORDER BY l.id")
                        .setParameter("state", state)
                        .setParameter("after", after));
    }

    /** What the guard rails held is due: they would not hold it any more. */
    @Atomic(alone = true)
    public void heldNoMore(Shelf shelf) {
        due(shelf, "l.state = :from", LevelState.HELD).executeUpdate();
    }

    /** How many SKUs of a warehouse Centra was told of. */
    @Atomic(alone = true)
    public long published(Shelf shelf) {
        return of(shelf, "SELECT COUNT(l) FROM StockLevelRow l", "l.published > 0", Long.class)
                .getSingleResult();
    }

    /**
     * Commits that these are being told, on the disk, before they are.
     *
     * @param settle how long a request may be under way
     * @return those that are still as they were: all others have changed since, and are told of with the next run
     */
    @Atomic(alone = true, onDisk = true)
    public List<Told> intend(List<Told> page, Duration settle) {
        Instant until = time.now().plus(settle);
        List<Told> intended = new ArrayList<>();
        each(page, (row, told) -> {
            if (row.version() == told.level().version() && TO_BE_LOOKED_AT.contains(row.state())) {
                row.sending(until);
                intended.add(told);
            }
        });
        return intended;
    }

    /** Centra has them. */
    @Atomic(alone = true)
    public void told(List<Told> page) {
        Instant now = time.now();
        each(page, (row, told) -> row.told(told, now));
    }

    /** Centra shows them already. */
    @Atomic(alone = true)
    public void right(List<Told> page) {
        Instant now = time.now();
        Map<Boolean, List<Told>> byNews = page.stream().collect(Collectors.partitioningBy(Told::isAsBefore));
        each(byNews.getOrDefault(false, List.of()), (row, told) -> row.right(told, now));
        lookedAt(
                byNews.getOrDefault(true, List.of()).stream()
                        .map(told -> told.level().id())
                        .toList(),
                now);
    }

    /** Most of what is compared is as it was: for that nothing but the time is written. */
    private void lookedAt(List<Long> ids, Instant now) {
        for (List<Long> part : KeyParts.of(ids)) {
            entities.createQuery("UPDATE StockLevelRow l SET l.shownAt = :now WHERE l.id IN :ids AND l.state = :shown")
                    .setParameter("now", now)
                    .setParameter("ids", part)
                    .setParameter("shown", LevelState.SHOWN)
                    .executeUpdate();
        }
    }

    /** Nobody knows whether Centra has them: it is told anew when the request cannot be carried out any more. */
    @Atomic(alone = true)
    public void unanswered(List<Told> page, String why, Duration settle) {
        Instant until = time.now().plus(settle);
        each(page, (row, told) -> row.unanswered(why, until));
    }

    /** What Centra shows as free to sell, by the ids of levels that it was never told of. */
    @Atomic(alone = true)
    public void looked(Map<Long, Integer> free) {
        Instant now = time.now();
        rows(free.keySet()).forEach(row -> {
            Integer units = free.get(row.toLevel().id());
            if (units != null) {
                row.seen(units, now);
            }
        });
    }

    /** Centra shows something else, and was not told: to be told with the next run. */
    @Atomic(alone = true)
    public void due(List<Told> page) {
        Instant now = time.now();
        each(page, (row, told) -> {
            if (row.state() == LevelState.SHOWN || row.state() == LevelState.SENDING) {
                row.goOn(now);
            }
        });
    }

    /** Centra was told in vain: it is told anew after a while, or when Sage says something else. */
    @Atomic(alone = true)
    public void later(List<Told> page, String why, Duration after) {
        Instant at = time.now().plus(after);
        each(page, (row, told) -> row.later(why, at));
    }

    /** Not to be told: a person has to do something first. */
    @Atomic(alone = true)
    public void stopped(List<Level> levels, LevelState as, Function<Level, String> why) {
        Map<Long, Level> byId = levels.stream().collect(Collectors.toMap(Level::id, Function.identity()));
        rows(byId.keySet()).forEach(row -> {
            Level level = byId.get(row.toLevel().id());
            if (level != null) {
                row.stopped(as, why.apply(level));
            }
        });
    }

    /** What Centra was told in vain at least so often, by rising id. */
    @Atomic
    public List<Level> inVain(Shelf shelf, int tries, int most) {
        return levels(of(shelf, "l.tries >= :tries ORDER BY l.id")
                .setParameter("tries", tries)
                .setMaxResults(most));
    }

    /** By rising id. */
    @Atomic
    public List<Level> inState(Shelf shelf, LevelState state, int most) {
        return levels(of(shelf, "l.state = :state ORDER BY l.id")
                .setParameter("state", state)
                .setMaxResults(most));
    }

    private static List<Level> levels(TypedQuery<StockLevelRow> query) {
        return query.getResultList().stream().map(StockLevelRow::toLevel).toList();
    }

    /** Makes due what Centra had no SKU for, and has one now. */
    @Atomic(alone = true)
    public void matchedNow(Shelf shelf) {
        Instant now = time.now();
        of(shelf, "l.state = :unmatched AND (SELECT COUNT(s) FROM StockSizeRow s WHERE s.sku = l.sku) = 1")
                .setParameter("unmatched", LevelState.UNMATCHED)
                .getResultList()
                .forEach(row -> row.due(now, now));
    }

    private void each(List<Told> page, BiConsumer<StockLevelRow, Told> change) {
        Map<Long, Told> byId =
                page.stream().collect(Collectors.toMap(told -> told.level().id(), Function.identity()));
        for (StockLevelRow row : rows(byId.keySet())) {
            Told told = byId.get(row.toLevel().id());
            if (told != null) {
                change.accept(row, told);
            }
        }
    }

    private List<StockLevelRow> rows(Collection<Long> ids) {
        List<StockLevelRow> rows = new ArrayList<>();
        for (List<Long> part : KeyParts.of(ids)) {
            rows.addAll(entities.createQuery("SELECT l FROM StockLevelRow l WHERE l.id IN :ids", StockLevelRow.class)
                    .setParameter("ids", part)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList());
        }
        return rows;
    }

    /** State by state, since an index leads to the next ones of one state only. */
    private static List<Level> firstOf(
            Set<LevelState> states, int most, Function<LevelState, TypedQuery<StockLevelRow>> query) {
        return states.stream()
                .flatMap(state -> levels(query.apply(state).setMaxResults(most)).stream())
                .sorted(Comparator.comparingLong(Level::id))
                .limit(most)
                .toList();
    }

    /** Those of this shelf among the few of all shelves that have one of these keys. */
    private Stream<StockLevelRow> ofKeys(Shelf shelf, String condition, Collection<?> keys, LockModeType lock) {
        return entities
                .createQuery("SELECT l FROM StockLevelRow l WHERE " + condition, StockLevelRow.class)
                .setParameter("keys", keys)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .filter(row -> row.isOf(shelf));
    }

    private TypedQuery<StockLevelRow> of(Shelf shelf, String condition) {
        return of(shelf, "SELECT l FROM StockLevelRow l", condition, StockLevelRow.class);
    }

    private <T> TypedQuery<T> of(Shelf shelf, String select, String condition, Class<T> type) {
        return entities.createQuery(
                        select + " WHERE l.company = :company AND l.centraWarehouse = :warehouse AND " + condition,
                        type)
                .setParameter("company", shelf.company())
                .setParameter("warehouse", shelf.centraWarehouse());
    }
}
