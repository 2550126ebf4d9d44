package centrasage.stock.level;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sage200.StockLevel;
import centrasage.stock.figure.Kept;
import centrasage.stock.figure.Sellable;
import centrasage.stock.figure.Sellable.Taken;
import centrasage.stock.level.StockBook.Freshness;
import centrasage.stock.level.StockBook.Search;
import centrasage.stock.level.StockLevels.Reading;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.database.StoreFile;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fresh Centra's figures are, what a person releases, and what of both a process that is killed leaves. */
class StockBookTest {
    private static final Shelf SHELF = new Shelf("33", "Main", 1, "WEB", 7, 0);
    private static final Shelf OTHER = new Shelf("33", "Outlet", 2, "OUTLET", 8, 0);
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);

    private JpaWorld world = new JpaWorld(StoreContract.SETTLE);

    private StockLevels levels() {
        return world.transactions().bean(StockLevels.class, world.entities(), world.time());
    }

    private StockBook book() {
        return world.transactions().bean(StockBook.class, world.entities(), world.time(), world.audit());
    }

    private void read(Shelf shelf, long holding, int free) {
        Instant now = world.clock().now();
        BigDecimal units = BigDecimal.valueOf(free);
        BigDecimal none = BigDecimal.ZERO;
        StockLevel level = new StockLevel(holding, holding, shelf.sageId(), units, none, none, none, units, now);
        String code = "SKU-" + holding;
        levels().read(shelf, List.of(new Reading(level, code, code)), levels().readingBegins());
    }

    private List<Told> intended() {
        Taken nothing = new Taken(BigDecimal.ZERO, 0, Kept.NOTHING);
        List<Told> all = levels().due(SHELF, false, 0, 200).stream()
                .map(level -> new Told(level, Sellable.of(level.held(), nothing, false), nothing, 0))
                .toList();
        return levels().intend(all, SETTLE);
    }

    /** As after a change: the first figure of a SKU is none. */
    private void toldAfter(long holding, int seconds) {
        read(SHELF, holding, 1);
        levels().told(intended());
        world.pass(Duration.ofSeconds(1));
        read(SHELF, holding, 2);
        world.pass(Duration.ofSeconds(seconds));
        levels().told(intended());
    }

    @Test
    void nothing_that_was_told_is_no_number_of_seconds() {
        assertThat(book().freshness(HOUR)).isEqualTo(new Freshness(0, 0, 0));
        read(SHELF, 1, 5);
        levels().told(intended());
        assertThat(book().freshness(HOUR)).as("a first figure is no change").isEqualTo(new Freshness(0, 0, 0));
    }

    @Test
    void half_of_the_changes_took_no_longer_than_p50_and_nineteen_of_twenty_no_longer_than_p95() {
        IntStream.rangeClosed(1, 20).forEach(each -> toldAfter(each, each));

        assertThat(book().freshness(HOUR)).isEqualTo(new Freshness(20, 10, 19));

        world.pass(HOUR.plusSeconds(1));
        assertThat(book().freshness(HOUR)).as("that is long ago").isEqualTo(new Freshness(0, 0, 0));
    }

    @Test
    void one_change_alone_is_both() {
        toldAfter(1, 8);
        assertThat(book().freshness(HOUR)).isEqualTo(new Freshness(1, 8, 8));
    }

    @Test
    void what_is_held_in_one_warehouse_is_released_there_alone_and_the_trail_tells_who_and_why() {
        hold(SHELF, 1);
        hold(SHELF, 2);
        hold(OTHER, 3);

        assertThat(book().release("33", "Main", "ann", "stocktake")).isEqualTo(2);

        assertThat(book().levels(new Search(null, LevelState.HELD, 0, 10)))
                .extracting(Level::sku)
                .containsExactly("SKU-3");
        assertThat(levels().due(SHELF, false, 0, 10))
                .hasSize(2)
                .allMatch(Level::released)
                .allMatch(level -> level.note().isEmpty());
        assertThat(world.audit().of("33/Main"))
                .extracting(trail -> trail.actor() + " " + trail.action() + " " + trail.detail())
                .containsExactly("ann STOCK_RELEASED 2 SKUs: stocktake");
    }

    @Test
    void where_nothing_is_held_nothing_is_released_nor_written_down() {
        read(SHELF, 1, 5);
        assertThat(book().release("33", "Main", "ann", "stocktake")).isZero();
        assertThat(world.audit().of("33/Main")).isEmpty();
    }

    private void hold(Shelf shelf, long holding) {
        read(shelf, holding, 5);
        List<Level> due = levels().due(shelf, false, 0, 10);
        levels().stopped(due, LevelState.HELD, level -> "3 SKUs would be sold out");
    }

    @Test
    void what_is_told_and_what_was_released_is_on_the_disk_when_that_returns(@TempDir Path folder) {
        try (StoreFile file = new StoreFile(folder)) {
            world = new JpaWorld(file.database(), StoreContract.SETTLE);
            String state = "SELECT state FROM stock_level";
            read(SHELF, 1, 5);
            assertThat(intended()).hasSize(1);
            assertThat(file.left(state)).as("before Centra hears of it").isEqualTo("SENDING");
            levels().stopped(book().levels(new Search(null, null, 0, 10)), LevelState.HELD, level -> "a jump");
            assertThat(file.left(state)).as("nobody has heard of it").isEqualTo("SENDING");
            book().release("33", "Main", "ann", "stocktake");
            assertThat(file.left(state)).isEqualTo("DUE");
        }
    }

    private List<String> found(StockBook.Filter filter) {
        return book().levels(new Search(filter, 0, 0, 50)).stream()
                .map(Level::sku)
                .toList();
    }

    @Test
    void skus_are_found_by_how_they_begin_by_warehouse_and_by_what_differs() {
        read(SHELF, 1, 5);
        read(SHELF, 12, 5);
        read(OTHER, 13, 5);
        levels().told(intended());
        read(SHELF, 2, 5);
        assertThat(found(new StockBook.Filter(null, "SKU-1", null, Set.of(), false, null)))
                .containsExactly("SKU-1", "SKU-12", "SKU-13");
        assertThat(found(new StockBook.Filter(null, "SKU-", new ShelfName("33", "Main"), Set.of(), false, null)))
                .containsExactly("SKU-1", "SKU-12", "SKU-2");
        hold(OTHER, 14);
        assertThat(found(new StockBook.Filter(null, null, null, Set.of(LevelState.HELD), false, null)))
                .containsExactly("SKU-13", "SKU-14");
        assertThat(found(new StockBook.Filter(null, "sku-", null, Set.of(), false, null)))
                .isEmpty();
    }

    @Test
    void what_has_waited_to_be_told_for_too_long_is_found_and_so_is_what_centra_shows_otherwise() {
        read(SHELF, 1, 5);
        levels().told(intended());
        Instant before = world.clock().now().plusSeconds(1);
        world.pass(Duration.ofMinutes(5));
        read(SHELF, 2, 5);
        assertThat(found(new StockBook.Filter(null, null, null, Set.of(), false, before)))
                .isEmpty();
        assertThat(found(new StockBook.Filter(
                        null, null, null, Set.of(), false, world.clock().now().plusSeconds(1))))
                .containsExactly("SKU-2");
        assertThat(found(new StockBook.Filter(null, null, null, Set.of(), true, null)))
                .as("never looked at")
                .containsExactly("SKU-2");
    }

    @Test
    void what_a_release_would_do_is_told_in_units_before_it_is_done() {
        hold(SHELF, 1);
        hold(SHELF, 2);
        hold(OTHER, 3);
        StockBook.HeldStock held = book().held(new ShelfName("33", "Main"));
        assertThat(held.skus()).isEqualTo(2);
        assertThat(book().heldBeforeTheFirstTime()).isEqualTo(3);
        assertThat(book().held(new ShelfName("33", "nowhere")))
                .isEqualTo(new StockBook.HeldStock(0, 0, 0, BigDecimal.ZERO));
    }
}
