package centrasage.desk;

import static centrasage.desk.DeskWorld.NOT_PAID;
import static centrasage.desk.DeskWorld.UNKNOWN_SKU;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import centrasage.money.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people have the same exception open: whoever is second does nothing, and is told who did what. */
class TwoPeopleTest {
    private final DeskWorld world = new DeskWorld();
    private Seen seen = Seen.asItIs(0);

    @BeforeEach
    void both_open_it() {
        world.receive("1", "first");
        world.hold("1", UNKNOWN_SKU);
        seen = Seen.of(world.only());
    }

    static Ignoring untilMonday(DeskWorld world) {
        LocalDate day =
                world.store.time().now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(3);
        return new Ignoring(day, day.atStartOfDay().toInstant(ZoneOffset.UTC), "the supplier delivers");
    }

    private record Deed(String name, BiFunction<DeskWorld, Seen, Became> does) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Deed> deeds() {
        return Stream.of(
                new Deed("resolve", (world, seen) -> world.desk.resolve(seen, "bob", "done")),
                new Deed("assign", (world, seen) -> world.desk.assign(seen, "bob", "bob")),
                new Deed("ignore", (world, seen) -> world.desk.ignore(seen, "bob", untilMonday(world))),
                new Deed("retry", (world, seen) -> world.desk.retry(seen, "bob")));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void the_second_of_two_does_nothing_and_is_told_who_did_what(Deed deed) {
        assertThat(world.desk.assign(seen, "ann", "ann").isDone()).isTrue();
        BusinessException now = world.only();
        Became became = deed.does().apply(world, seen);
        assertThat(became.fate()).isEqualTo(Became.Fate.CHANGED);
        assertThat(became.words()).isEqualTo("ann gave it to ann");
        assertThat(world.only()).isEqualTo(now);
        assertThat(world.trail(now)).containsExactly("desk OPENED", "ann ASSIGNED");
        assertThat(deed.does().apply(world, Seen.of(now)).isDone())
                .as("who has seen it may")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void what_somebody_has_resolved_is_over_for_everybody_else(Deed deed) {
        assertThat(world.desk.resolve(seen, "ann", "entered by hand").isDone()).isTrue();
        Became became = deed.does().apply(world, seen);
        assertThat(became.isDone()).isFalse();
        assertThat(became.words()).contains("ann has resolved it: “entered by hand”");
        assertThat(world.state("1")).isEqualTo(PostingState.ABANDONED);
    }

    @Test
    void all_that_was_done_meanwhile_is_told_in_its_order() {
        world.desk.note(seen.id(), "ann", "The customer calls back");
        world.desk.retry(Seen.of(world.only()), "carl");
        assertThat(world.desk.resolve(seen, "bob", "done").words())
                .isEqualTo("ann wrote: “The customer calls back”; carl asked to plan it again (planned again)");
        assertThat(world.desk.meanwhile(seen)).contains("ann wrote");
        assertThat(world.desk.meanwhile(Seen.of(world.only()))).isEmpty();
    }

    @Test
    void what_says_something_else_by_now_is_not_what_a_person_decided_about() {
        world.hold("1", 2, Money.of("99.00", "GBP"), NOT_PAID);
        Became became = world.desk.resolve(seen, "bob", "done");
        assertThat(became.fate()).isEqualTo(Became.Fate.CHANGED);
        assertThat(became.words()).contains("it says something else now");
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
    }

    @Test
    void what_closed_itself_is_told_as_mended_and_is_not_sent_again() {
        world.plan("1");
        Became became = world.desk.retry(seen, "bob");
        assertThat(became.fate()).isEqualTo(Became.Fate.GONE);
        assertThat(became.words()).startsWith("already mended: it closed itself");
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "desk CLOSED");
    }

    @Test
    void whoever_says_nothing_of_what_they_saw_acts_on_what_is() {
        world.desk.assign(seen, "ann", "ann");
        assertThat(world.desk.resolve(Seen.asItIs(seen.id()), "bob", "done").isDone())
                .isTrue();
    }

    @Test
    void two_who_press_in_the_same_moment_are_one_deed() throws Exception {
        var first = world.store.beside(() -> world.desk.resolve(seen, "ann", "first"));
        var second = world.store.beside(() -> world.desk.resolve(seen, "bob", "second"));
        assertThat(List.of(first.get().isDone(), second.get().isDone())).containsExactlyInAnyOrder(true, false);
        assertThat(world.trail(world.only()).stream().filter(entry -> entry.endsWith("RESOLVED")))
                .hasSize(1);
    }
}
