package centrasage.desk;

import static centrasage.desk.DeskWorld.UNKNOWN_SKU;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Outcome;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.sync.posting.Recorded;
import centrasage.sync.staging.PlanBasis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that was entered in Sage by hand, and its exception resolved: nothing but a person's wish has it posted. */
class GivenUpTest {
    private final DeskWorld world = new DeskWorld();
    private final Desk desk = world.desk;
    private final PlanBasis basis = world.store
            .transactions()
            .bean(PlanBasis.class, world.store.entities(), world.store.time(), world.store.audit());

    @BeforeEach
    void held_and_resolved() {
        basis.mappings("order", "version 1");
        world.receive("1", "first");
        world.hold("1", UNKNOWN_SKU);
        planned();
        assertThat(desk.resolve(world.only().id(), "ann", "entered by hand as 4711"))
                .isTrue();
    }

    /** As the step that plans does when it has recorded the plans. */
    private void planned() {
        world.store
                .staging()
                .unplanned("order", 0, 10)
                .forEach(staged -> world.store.staging().planned(staged.id()));
    }

    @Test
    void is_given_up_in_the_persons_words() {
        assertThat(world.state("1")).isEqualTo(PostingState.ABANDONED);
        assertThat(world.only().note()).isEqualTo("ann: entered by hand as 4711");
        assertThat(world.trail(world.only())).containsExactly("desk OPENED", "ann RESOLVED");
        assertThat(world.store.audit().of("33/ORDER/1"))
                .last()
                .satisfies(entry -> assertThat(entry.detail())
                        .isEqualTo("HELD -> ABANDONED, given up by ann: entered by hand as 4711"));
    }

    @Test
    void is_not_planned_again_by_a_new_mapping_and_nothing_is_sent() {
        basis.mappings("order", "version 2");
        basis.settings("order", "a = 1");
        basis.settings("order", "a = 2");
        assertThat(world.store.staging().unplanned("order", 0, 10)).isEmpty();
        assertThat(world.plan("1")).isEqualTo(Recorded.GIVEN_UP);
        world.send(new Outcome.InDoubt("it must not come so far"));
        assertThat(world.state("1")).isEqualTo(PostingState.ABANDONED);
        assertThat(world.posting("1").attempts()).isZero();
    }

    @Test
    void is_not_sent_when_the_order_changes_but_a_person_is_told() {
        assertThat(world.plan("1", 2, Money.of("132.00", "GBP"), "other")).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.state("1")).isEqualTo(PostingState.ABANDONED);
        assertThat(world.all())
                .filteredOn(exception -> exception.state() == BusinessException.State.OPEN)
                .singleElement()
                .satisfies(exception -> {
                    assertThat(exception.kind()).isEqualTo(BusinessException.Kind.CHANGED_AFTER_POSTING);
                    assertThat(exception.headline())
                            .contains("than when it was given up here", "given up here was version 1");
                    assertThat(exception.reasons().get(0).remedy()).contains("entered in Sage 200 by hand");
                });
    }

    @Test
    void is_taken_up_when_a_person_asks_for_it_and_the_next_plan_decides() {
        assertThat(desk.retry(world.only().id(), "bob")).isTrue();
        assertThat(world.state("1")).isEqualTo(PostingState.HELD);
        assertThat(world.posting("1").reasons()).containsExactly(UNKNOWN_SKU);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.store.staging().unplanned("order", 0, 10)).hasSize(1);
        assertThat(world.trail(world.only()))
                .containsExactly("desk OPENED", "ann RESOLVED", "bob RETRY", "desk REOPENED");

        assertThat(world.plan("1")).isEqualTo(Recorded.TAKEN);
        assertThat(world.state("1")).isEqualTo(PostingState.PLANNED);
        assertThat(world.only().state()).isEqualTo(BusinessException.State.RESOLVED);
    }
}
