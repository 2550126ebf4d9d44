package centrasage.desk;

import static centrasage.desk.DeskWorld.NOT_PAID;
import static centrasage.desk.DeskWorld.UNKNOWN_SKU;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staged;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mapping is mended: what it held goes, all that was not sent is planned again, and of the rest nothing changes. */
class MappingMendedTest {
    private static final String HELD_BY_IT = "1";
    private static final String HELD_OTHERWISE = "2";
    private static final String READY = "3";
    private static final String POSTED = "4";

    private final DeskWorld world = new DeskWorld();
    private final PlanBasis basis = world.store
            .transactions()
            .bean(PlanBasis.class, world.store.entities(), world.store.time(), world.store.audit());

    @BeforeEach
    void planned_under_the_first_version() {
        basis.mappings("order", "version 1");
        List.of(HELD_BY_IT, HELD_OTHERWISE, READY, POSTED).forEach(number -> world.receive(number, number));
        waiting().forEach(staged -> world.store.staging().planned(staged.id()));
        world.post(POSTED);
        world.hold(HELD_BY_IT, UNKNOWN_SKU);
        world.hold(HELD_OTHERWISE, NOT_PAID);
        world.plan(READY);
    }

    private List<Staged> waiting() {
        return world.store.staging().unplanned("order", 0, 10);
    }

    /** As the step that plans does: the mapping named the SKU of one order, and says the same of the others as before. */
    private void planAgain(boolean mended) {
        for (Staged staged : waiting()) {
            switch (staged.sourceKey()) {
                case HELD_BY_IT -> {
                    if (mended) {
                        world.plan(HELD_BY_IT);
                    } else {
                        world.hold(HELD_BY_IT, UNKNOWN_SKU);
                    }
                }
                case HELD_OTHERWISE -> world.hold(HELD_OTHERWISE, NOT_PAID);
                default -> world.plan(staged.sourceKey());
            }
            world.store.staging().planned(staged.id());
        }
    }

    private BusinessException exception(String number) {
        return world.desk.list(new Desk.Filter(null, null, null, number), 0, 10).get(0);
    }

    private int trail(String number) {
        return world.store.audit().of("33/ORDER/" + number).size();
    }

    @Test
    void what_it_held_is_ready_and_its_exception_closed_and_the_rest_is_as_it_was() {
        BusinessException otherwise = exception(HELD_OTHERWISE);
        int held = trail(HELD_OTHERWISE);
        int ready = trail(READY);
        basis.mappings("order", "version 2");
        assertThat(waiting())
                .extracting(Staged::sourceKey)
                .containsExactlyInAnyOrder(HELD_BY_IT, HELD_OTHERWISE, READY);
        planAgain(true);
        assertThat(world.state(HELD_BY_IT)).isEqualTo(PostingState.PLANNED);
        assertThat(exception(HELD_BY_IT).state()).isEqualTo(BusinessException.State.RESOLVED);
        assertThat(exception(HELD_OTHERWISE)).isEqualTo(otherwise);
        assertThat(trail(HELD_OTHERWISE)).isEqualTo(held);
        assertThat(world.state(READY)).isEqualTo(PostingState.PLANNED);
        assertThat(trail(READY)).isEqualTo(ready);
        assertThat(world.all()).hasSize(2);
    }

    @Test
    void the_same_exception_opens_again_with_its_history_when_the_cause_returns() {
        long id = exception(HELD_BY_IT).id();
        basis.mappings("order", "version 2");
        planAgain(true);
        basis.mappings("order", "version 1");
        planAgain(false);
        assertThat(exception(HELD_BY_IT).id()).isEqualTo(id);
        assertThat(exception(HELD_BY_IT).state()).isEqualTo(BusinessException.State.OPEN);
        assertThat(world.trail(exception(HELD_BY_IT))).containsExactly("desk OPENED", "desk CLOSED", "desk REOPENED");
    }
}
