package centrasage.desk;

import static centrasage.desk.DeskWorld.NOT_PAID;
import static centrasage.desk.DeskWorld.UNKNOWN_SKU;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.desk.BusinessException.State;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody need see to before a day, and how it comes back. */
class IgnoringTest {
    private final DeskWorld world = new DeskWorld();

    @BeforeEach
    void ann_ignores_it() {
        world.hold("1", UNKNOWN_SKU);
        assertThat(world.desk
                        .ignore(Seen.of(world.only()), "ann", TwoPeopleTest.untilMonday(world))
                        .isDone())
                .isTrue();
    }

    @Test
    void it_is_counted_no_more_and_listed_apart_with_its_words() {
        assertThat(world.only().state()).isEqualTo(State.IGNORED);
        assertThat(world.only().handling().ignoredWhy()).isEqualTo("the supplier delivers");
        assertThat(world.desk.open()).isZero();
        assertThat(world.desk.atRisk()).isEmpty();
        assertThat(world.groups.page(Desk.Filter.OPEN, Desk.Sort.MONEY, 0, 10)).isEmpty();
        assertThat(world.groups.page(new Desk.Filter(State.IGNORED, null, null, null), Desk.Sort.MONEY, 0, 10))
                .singleElement()
                .satisfies(group -> assertThat(group.due()).isNull());
        assertThat(world.desk.due(world.only())).isEmpty();
    }

    @Test
    void it_comes_back_on_its_day_and_its_time_begins_anew() {
        world.comeBack();
        assertThat(world.only().state()).isEqualTo(State.IGNORED);
        world.store.advance(Duration.ofDays(3));
        world.comeBack();
        assertThat(world.only().state()).isEqualTo(State.OPEN);
        assertThat(world.only().handling().waitsSince())
                .isEqualTo(world.store.time().now());
        assertThat(world.only().openedAt()).isBefore(world.store.time().now());
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "ann IGNORED", "desk RETURNED");
    }

    @Test
    void it_comes_back_when_the_money_changes_and_not_with_other_words() {
        world.hold("1", 2, DeskWorld.TOTAL, NOT_PAID);
        assertThat(world.only().state()).isEqualTo(State.IGNORED);
        world.hold("1", 3, Money.of("999.00", "GBP"), NOT_PAID);
        assertThat(world.only().state()).isEqualTo(State.OPEN);
    }

    @Test
    void it_comes_back_when_it_is_more_severe() {
        world.worsen("1");
        assertThat(world.only().state()).isEqualTo(State.OPEN);
        assertThat(world.trail(world.only())).endsWith("desk ESCALATED", "desk RETURNED");
    }

    @Test
    void what_is_cured_closes_and_when_it_returns_it_is_open() {
        world.plan("1");
        assertThat(world.only().state()).isEqualTo(State.RESOLVED);
        assertThat(world.only().handling().ignoredUntil()).isNull();
        world.hold("1", 2, DeskWorld.TOTAL, UNKNOWN_SKU);
        assertThat(world.only().state()).isEqualTo(State.OPEN);
    }

    @Test
    void it_may_be_resolved_given_away_and_opened_again_by_a_person() {
        assertThat(world.desk.assign(Seen.of(world.only()), "bob", "bob").isDone())
                .isTrue();
        assertThat(world.only().state()).isEqualTo(State.IGNORED);
        assertThat(world.desk.unignore(Seen.of(world.only()), "bob").isDone()).isTrue();
        assertThat(world.only().state()).isEqualTo(State.OPEN);
        assertThat(world.desk.unignore(Seen.of(world.only()), "bob").fate()).isEqualTo(Became.Fate.NOT_POSSIBLE);
        assertThat(world.desk.resolve(Seen.of(world.only()), "bob", "done").isDone())
                .isTrue();
        assertThat(world.state("1")).isEqualTo(PostingState.ABANDONED);
    }

    @Test
    void for_ever_is_not_until_a_day() {
        Ignoring monday = TwoPeopleTest.untilMonday(world);
        for (Duration off : List.of(Duration.ofDays(-4), Duration.ofDays(Deeds.IGNORED_DAYS_MAX))) {
            Ignoring wrong = new Ignoring(monday.day(), monday.until().plus(off), "x");
            assertThat(world.desk.ignore(Seen.of(world.only()), "ann", wrong).fate())
                    .isEqualTo(Became.Fate.NOT_POSSIBLE);
        }
    }

    @Test
    void what_a_person_resolved_and_returns_is_open_again_and_overdue_in_its_time() {
        world.desk.resolve(Seen.of(world.only()), "ann", "mended in Sage");
        world.desk.retry(Seen.asItIs(world.only().id()), "ann");
        world.hold("2", UNKNOWN_SKU);
        Desk.Filter late = Desk.Filter.OPEN.and(new Desk.Also(null, null, null, null, null, true));
        assertThat(world.desk.list(late, 0, 10)).isEmpty();
        world.store.advance(Duration.ofHours(25));
        assertThat(world.desk.list(late, 0, 10))
                .extracting(BusinessException::sourceKey)
                .containsExactly("2");
    }
}
