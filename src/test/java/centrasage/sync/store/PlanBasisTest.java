package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which orders wait for a new plan once what their plans were made under has changed: every state has its answer. */
class PlanBasisTest {
    private static final Set<PostingState> SETTLED =
            EnumSet.of(PostingState.POSTED, PostingState.ABANDONED, PostingState.REVERSED);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final PlanBasis basis =
            world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());

    private void planned(PostingState state) {
        basis.settings("order", "live");
        basis.mappings("order", "first");
        world.aNewerVersionWaits("1");
        world.itIsPlanned("1");
        world.record(Plans.post("1"));
        world.database().execute("UPDATE posting SET state = ?", state.name());
        assertThat(world.staging().unplanned("order", 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PostingState.class)
    void other_mappings_plan_again_whatever_is_not_settled_or_skipped(PostingState state) {
        planned(state);
        basis.mappings("order", "second");
        assertThat(world.staging().unplanned("order", 0, 10))
                .hasSize(SETTLED.contains(state) || state == PostingState.SKIPPED ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(PostingState.class)
    void how_many_other_mappings_would_plan_again_is_known_before(PostingState state) {
        planned(state);
        long foreseen = basis.plannedAgain("order").getOrDefault(state, 0L);
        basis.mappings("order", "second");
        assertThat(world.staging().unplanned("order", 0, 10)).hasSize((int) foreseen);
    }

    @ParameterizedTest
    @EnumSource(PostingState.class)
    void other_settings_plan_again_what_was_skipped_as_well(PostingState state) {
        planned(state);
        basis.settings("order", "preview");
        assertThat(world.staging().unplanned("order", 0, 10)).hasSize(SETTLED.contains(state) ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(PostingState.class)
    void one_more_part_that_counts_plans_all_of_that_kind_again_once(PostingState state) {
        basis.parts("order", Set.of("CAPTURE"));
        planned(state);
        basis.parts("order", Set.of("CAPTURE"));
        assertThat(world.staging().unplanned("order", 0, 10)).isEmpty();
        basis.parts("order", Set.of("CAPTURE", "PREPAID"));
        assertThat(world.staging().unplanned("order", 0, 10)).hasSize(1);
    }

    @Test
    void of_a_document_only_the_latest_version_is_planned_again() {
        basis.parts("order", Set.of("CAPTURE"));
        for (int version = 0; version < 2; version++) {
            world.pass(Duration.ofMinutes(1));
            world.staging()
                    .stage(
                            "order",
                            List.of(new Received("1", "C1", world.time().now(), "{\"version\": " + version + "}")),
                            world.staging().readingBegins());
            world.itIsPlanned("1");
        }
        basis.parts("order", Set.of("PREPAID"));
        assertThat(world.staging().unplanned("order", 0, 10))
                .singleElement()
                .satisfies(staged -> assertThat(staged.document().version()).isEqualTo(2));
    }

    @Test
    void a_part_that_does_not_count_any_more_plans_nothing_again_until_it_does_again() {
        basis.parts("order", Set.of("CAPTURE", "PREPAID"));
        planned(PostingState.POSTED);
        basis.parts("order", Set.of("CAPTURE"));
        assertThat(world.staging().unplanned("order", 0, 10)).isEmpty();
        basis.parts("order", Set.of("CAPTURE", "PREPAID"));
        assertThat(world.staging().unplanned("order", 0, 10)).hasSize(1);
    }
}
