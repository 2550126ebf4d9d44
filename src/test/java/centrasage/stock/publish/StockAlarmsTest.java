package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemFinding.Kind;
import centrasage.flow.event.SystemMended;
import centrasage.sage200.StockLevel;
import centrasage.stock.figure.Kept;
import centrasage.stock.figure.Sellable;
import centrasage.stock.figure.Sellable.Taken;
import centrasage.stock.figure.StalePolicy;
import centrasage.stock.level.Level;
import centrasage.stock.level.LevelState;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.StockLevels.Reading;
import centrasage.stock.level.StockLevels.Unread;
import centrasage.stock.level.Told;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told of stock that does not reach Centra, and that it ends by itself. */
class StockAlarmsTest {
    private static final Shelf SHELF = new Shelf("33", "Main", 1, "WEB", 7, 0);
    private static final Shelf OTHER = new Shelf("33", "Outlet", 2, "OUTLET", 8, 0);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StockLevels levels = world.transactions().bean(StockLevels.class, world.entities(), world.time());
    private final Heard<SystemFinding> found = new Heard<>();
    private final Heard<SystemMended> mended = new Heard<>();
    private final StockAlarms alarms = world.transactions().bean(StockAlarms.class, levels, found, mended);
    private final Map<String, String> open = new TreeMap<>();

    @BeforeEach
    void listen() {
        found.observe(finding -> open.put(
                finding.kind() + " " + finding.subject(), finding.reason().what()));
        mended.observe(over -> open.remove(over.kind() + " " + over.subject()));
    }

    private void ran(Shelf shelf) {
        alarms.ofRun(shelf, Optional.empty(), Optional.empty());
    }

    private static String of(Kind kind) {
        return kind + " stock/33/Main";
    }

    private void read(Shelf shelf, int... holdings) {
        for (int holding : holdings) {
            BigDecimal none = BigDecimal.ZERO;
            StockLevel level = new StockLevel(
                    holding, holding, shelf.sageId(), none, none, none, none, none, Instant.EPOCH.plusSeconds(holding));
            levels.read(shelf, List.of(new Reading(level, "P-" + holding, "SKU-" + holding)), levels.readingBegins());
        }
    }

    private List<Told> due() {
        Taken nothing = new Taken(BigDecimal.ZERO, 0, Kept.NOTHING);
        return levels.due(SHELF, false, 0, 20).stream()
                .map(level -> new Told(level, Sellable.of(level.held(), nothing, false), nothing, 0))
                .toList();
    }

    private void stopped(LevelState as) {
        List<Level> all = levels.due(SHELF, false, 0, 20);
        levels.stopped(all, as, level -> "Centra has no " + level.sku());
    }

    @Test
    void where_nothing_is_wrong_nobody_is_told() {
        read(SHELF, 1);
        ran(SHELF);
        assertThat(open).isEmpty();
    }

    @Test
    void a_jump_that_is_held_is_told_until_a_run_holds_none() {
        alarms.ofRun(SHELF, Optional.of("3 SKUs would be sold out at once (stock.guard-zero = 1)"), Optional.empty());
        assertThat(open)
                .containsExactly(Map.entry(
                        of(Kind.STOCK_HELD),
                        "In Centra's warehouse Main 3 SKUs would be sold out at once (stock.guard-zero = 1)"));
        ran(OTHER);
        assertThat(open).as("another warehouse ends nothing of it").hasSize(1);
        ran(SHELF);
        assertThat(open).isEmpty();
    }

    @Test
    void a_database_that_cannot_be_read_is_told_until_it_can() {
        alarms.ofRun(SHELF, Optional.empty(), Optional.of("Sage 200's database cannot be read"));
        assertThat(open)
                .containsExactly(Map.entry(
                        of(Kind.STOCK_BY_API),
                        "Sage 200's database cannot be read. Its stock is read through the API meanwhile"));
        ran(SHELF);
        assertThat(open).isEmpty();
    }

    @Test
    void what_centra_was_told_in_vain_three_times_is_told_until_it_has_it() {
        read(SHELF, 1);
        for (int tries = 1; tries <= 3; tries++) {
            ran(SHELF);
            assertThat(open).as("before try " + tries).isEmpty();
            levels.later(due(), "Centra rejects it", Duration.ZERO);
        }
        ran(SHELF);
        assertThat(open).containsExactly(Map.entry(of(Kind.STOCK_NOT_SHOWN), "SKU-1 (Centra rejects it)"));
        levels.told(levels.intend(due(), Duration.ZERO));
        ran(SHELF);
        assertThat(open).isEmpty();
    }

    @Test
    void what_centra_does_not_have_is_told_until_it_does_and_not_all_of_it_word_by_word() {
        read(SHELF, 1, 2, 3, 4, 5, 6);
        read(OTHER, 7);
        stopped(LevelState.UNMATCHED);
        ran(SHELF);
        ran(OTHER);
        assertThat(open)
                .containsExactly(Map.entry(
                        of(Kind.STOCK_UNMATCHED),
                        "Centra has no SKU-1; Centra has no SKU-2; Centra has no SKU-3; Centra has no SKU-4;"
                                + " Centra has no SKU-5; and more"));
        levels.stopped(levels.inState(SHELF, LevelState.UNMATCHED, 10), LevelState.DUE, level -> "");
        ran(SHELF);
        assertThat(open).isEmpty();
    }

    @Test
    void what_cannot_be_read_goes_before_what_centra_does_not_have_and_ends_when_it_is_read() {
        read(SHELF, 1, 2, 3, 4, 5, 6);
        stopped(LevelState.UNMATCHED);
        levels.unread(SHELF, List.of(new Unread(9, "P-9", "SKU-9", "no quantity of P-9")), levels.readingBegins());
        ran(SHELF);
        assertThat(open.get(of(Kind.STOCK_UNMATCHED)))
                .startsWith("no quantity of P-9; Centra has no SKU-1; ")
                .endsWith("; and more");
        levels.stopped(levels.inState(SHELF, LevelState.UNMATCHED, 10), LevelState.DUE, level -> "");
        ran(SHELF);
        assertThat(open).containsExactly(Map.entry(of(Kind.STOCK_UNMATCHED), "no quantity of P-9"));
        read(SHELF, 9);
        ran(SHELF);
        assertThat(open).isEmpty();
    }

    @Test
    void stock_that_is_old_is_told_with_what_is_sold_of_it_until_sage_is_read() {
        alarms.ofOldStock(SHELF, 2);
        assertThat(open.get(of(Kind.STOCK_NOT_PUBLISHED)))
                .isEqualTo(
                        "Sage 200's stock cannot be read: 2 units more of each SKU are kept back in Centra's warehouse Main"
                                + " (stock.stale-after, stock.stale-buffer)");
        alarms.ofOldStock(SHELF, StalePolicy.EVERYTHING);
        assertThat(open)
                .containsExactly(
                        Map.entry(
                                of(Kind.STOCK_NOT_PUBLISHED),
                                "Sage 200's stock cannot be read: nothing is sold in Centra's warehouse Main (stock.stale-stop)"));
        ran(SHELF);
        assertThat(open).isEmpty();
    }

    @Test
    void what_is_wrong_with_rows_of_a_company_is_told_until_nothing_is() {
        alarms.ofCompany("33", List.of("Centra has no warehouse Main", "Sage 200 has no warehouse WEB in company 33"));
        ran(SHELF);
        assertThat(open)
                .as("a warehouse that is published ends nothing of it")
                .containsExactly(Map.entry(
                        "STOCK_NOT_PUBLISHED stock/33",
                        "Centra has no warehouse Main; Sage 200 has no warehouse WEB in company 33"));
        alarms.ofCompany("33", List.of());
        assertThat(open).isEmpty();
    }
}
