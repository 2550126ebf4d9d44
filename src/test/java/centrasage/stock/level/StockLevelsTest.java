package centrasage.stock.level;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sage200.StockLevel;
import centrasage.stock.figure.Kept;
import centrasage.stock.figure.Sellable;
import centrasage.stock.figure.Sellable.Taken;
import centrasage.stock.level.StockLevels.Reading;
import centrasage.stock.level.StockLevels.Unread;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of two readings is the newer one, and what becomes of a figure while Sage goes on. */
class StockLevelsTest {
    private static final Shelf SHELF = new Shelf("33", "Main", 1, "WEB", 7, 0);
    private static final Instant CHANGED = Instant.parse("2026-11-23T07:59:00Z");
    private static final Duration SETTLE = Duration.ofSeconds(20);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StockLevels levels = world.transactions().bean(StockLevels.class, world.entities(), world.time());

    private static Reading reading(int free, Instant changedAt) {
        BigDecimal units = BigDecimal.valueOf(free);
        StockLevel level =
                new StockLevel(4711, 12, 7, units, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, units, changedAt);
        return new Reading(level, "SHIRT", "SHIRT");
    }

    private int read(int free, Instant changedAt, Instant readAt) {
        return levels.read(SHELF, List.of(reading(free, changedAt)), readAt);
    }

    private Level now() {
        return levels.due(SHELF, true, 0, 10).get(0);
    }

    private Told told(Level level) {
        Taken nothing = new Taken(BigDecimal.ZERO, 0, Kept.NOTHING);
        Sellable figure = Sellable.of(level.held(), nothing, false);
        return new Told(level, figure, nothing, figure.units());
    }

    @Test
    void an_older_reading_never_takes_the_place_of_a_newer_one_however_late_it_comes() {
        Instant first = levels.readingBegins();
        world.clock().advance(Duration.ofSeconds(5));
        Instant second = levels.readingBegins();

        assertThat(read(8, CHANGED.plusSeconds(3), second)).isOne();
        assertThat(read(10, CHANGED, first))
                .as("a slow worker brings what it read before")
                .isZero();

        assertThat(now().held().free()).isEqualByComparingTo("8");
        assertThat(now().version()).isOne();
    }

    @Test
    void what_is_read_later_counts_though_sage_stamps_it_earlier() {
        Instant first = levels.readingBegins();
        world.clock().advance(Duration.ofSeconds(5));
        read(8, CHANGED.plusSeconds(3), first);
        read(10, CHANGED, levels.readingBegins()); // the company was put back, or its clock

        assertThat(now().held().free()).isEqualByComparingTo("10");
        assertThat(now().version()).isEqualTo(2);
    }

    @Test
    void what_changes_while_it_is_told_is_due_again_and_what_does_not_is_shown() {
        read(8, CHANGED, levels.readingBegins());
        List<Told> sent = levels.intend(List.of(told(now())), SETTLE);
        assertThat(sent).hasSize(1);
        world.clock().advance(Duration.ofSeconds(1));
        read(5, CHANGED.plusSeconds(9), levels.readingBegins());
        assertThat(levels.due(SHELF, false, 0, 10)).as("one request at a time").isEmpty();

        levels.told(sent);

        assertThat(now().state()).isEqualTo(LevelState.DUE);
        assertThat(now().published()).isOne();
        assertThat(now().version()).isEqualTo(2);
        levels.told(levels.intend(List.of(told(now())), SETTLE));
        assertThat(now().state()).isEqualTo(LevelState.SHOWN);
        assertThat(now().sellable()).isEqualTo(5);
    }

    @Test
    void a_figure_that_is_older_than_what_is_known_is_not_told() {
        read(8, CHANGED, levels.readingBegins());
        Told old = told(now());
        world.clock().advance(Duration.ofSeconds(1));
        read(5, CHANGED.plusSeconds(9), levels.readingBegins());

        assertThat(levels.intend(List.of(old), SETTLE)).isEmpty();
    }

    @Test
    void what_a_dead_process_was_telling_is_told_again_once_its_request_is_over() {
        read(8, CHANGED, levels.readingBegins());
        levels.intend(List.of(told(now())), SETTLE);
        assertThat(levels.due(SHELF, false, 0, 10)).isEmpty();

        world.clock().advance(SETTLE);

        assertThat(levels.due(SHELF, false, 0, 10)).hasSize(1);
    }

    @Test
    void what_cannot_be_read_keeps_what_was_said_and_has_a_newer_version_when_it_can_be() {
        read(8, CHANGED, levels.readingBegins());
        levels.told(levels.intend(List.of(told(now())), SETTLE));
        world.clock().advance(Duration.ofSeconds(1));
        unread();

        assertThat(named()).extracting(Level::note).containsExactly("no quantity");
        assertThat(named().get(0).held().free()).isEqualByComparingTo("8");
        assertThat(levels.due(SHELF, true, 0, 10)).isEmpty();
        levels.matchedNow(SHELF);
        levels.heldNoMore(SHELF);
        assertThat(named()).as("only a reading ends it").hasSize(1);
        assertThat(read(7, CHANGED, levels.readingBegins().minusSeconds(2)))
                .as("an older one does not")
                .isZero();

        world.clock().advance(Duration.ofSeconds(1));
        assertThat(read(8, CHANGED, levels.readingBegins())).isOne();
        assertThat(named()).isEmpty();
        assertThat(now().state()).isEqualTo(LevelState.DUE);
        assertThat(now().version()).isEqualTo(2);
        assertThat(now().note()).isEmpty();
    }

    @Test
    void what_is_being_told_stays_so_until_that_is_over_and_is_named_then() {
        read(8, CHANGED, levels.readingBegins());
        List<Told> sent = levels.intend(List.of(told(now())), SETTLE);
        unread();
        assertThat(named()).isEmpty();
        levels.told(sent);
        unread();
        assertThat(named()).hasSize(1);
    }

    private void unread() {
        levels.unread(SHELF, List.of(new Unread(4711, "SHIRT", "SHIRT", "no quantity")), levels.readingBegins());
    }

    private List<Level> named() {
        return levels.inState(SHELF, LevelState.UNREADABLE, 10);
    }
}
