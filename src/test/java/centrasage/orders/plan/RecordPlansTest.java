package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.flow.PostingState;
import centrasage.sync.posting.MemoryWorld;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.MemoryStaging;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A plan takes the place of another only if nobody was quicker. */
class RecordPlansTest {
    private final MemoryWorld world = new MemoryWorld(StoreContract.SETTLE);
    private final Staging staging = new MemoryStaging(() -> world.clock().now(), world::waits);
    private final OrderPlans plans = new OrderPlans(Samples.mappings(), Samples.site(), Samples.rules());

    @Test
    void a_plan_of_a_version_that_was_planned_or_changed_meanwhile_is_not_recorded() {
        Staged early = staged("early");
        var heldUp = plans.planned(early, order(draft -> draft.status = "PENDING"));
        Staged late = staged("late");
        plans.planned(late, order(draft -> {})).accept(world.store(), staging);
        heldUp.accept(world.store(), staging);
        assertThat(world.postings()).singleElement().satisfies(posting -> {
            assertThat(posting.state()).isEqualTo(PostingState.PLANNED);
            assertThat(posting.version()).isEqualTo(2);
        });
    }

    @Test
    void what_still_waits_is_recorded_and_waits_no_longer() {
        Staged only = staged("only");
        plans.planned(only, order(draft -> {})).accept(world.store(), staging);
        assertThat(world.postings()).extracting(Posting::state).containsExactly(PostingState.PLANNED);
        assertThat(staging.waits(only.id())).isFalse();
    }

    /** Whoever has locked a posting wants its document next; a chunk that had that already would wait for ever. */
    @Test
    void a_chunk_locks_postings_before_their_documents_as_everybody_does() throws Exception {
        JpaWorld stored = new JpaWorld(StoreContract.SETTLE);
        stored.record(Plans.hold("10234", 1));
        long posting = stored.posting(Plans.key("10234")).orElseThrow().id();
        Staged waiting = staged(stored.staging(), "only");
        Future<?> chunk = stored.transactions().inNew(() -> {
            stored.givingUp().settled(posting);
            Future<?> recording = stored.beside(() -> stored.transactions().inNew(() -> {
                plans.planned(waiting, order(draft -> {})).accept(stored.store(), stored.staging());
                return waiting;
            }));
            assertThat(stored.staging().planAgain("order", "10234")).isTrue();
            return recording;
        });
        chunk.get();
        assertThat(stored.posting(Plans.key("10234"))).map(Posting::state).contains(PostingState.PLANNED);
    }

    private Staged staged(String content) {
        return staged(staging, content);
    }

    private Staged staged(Staging staging, String content) {
        staging.stage(
                "order",
                List.of(new Received("10234", "C10234", world.clock().now(), content)),
                staging.readingBegins());
        return staging.unplanned("order", 0, 1).get(0);
    }

    private static Order order(Consumer<OrderDraft> change) {
        OrderDraft draft = OrderDraft.ordinary();
        change.accept(draft);
        return draft.build();
    }
}
