package centrasage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Erasing at a person's wish: not while something is to be sent, and nothing becomes due in between. */
class ErasureTest {
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Erasure erasure = world.transactions().bean(Erasure.class, world.entities(), world.personalData());

    private void receive() {
        world.staging()
                .stage("order", List.of(new Received("1", "C1", Instant.parse("2026-11-23T07:00:00Z"), "Zoë Müller")));
    }

    private Erasure.Erased erase() {
        return erasure.erase("1", "C1", "anna");
    }

    @Test
    void what_is_held_is_erased_once() {
        receive();
        world.record(Plans.hold("1", 1));
        assertThat(erase().now()).isTrue();
        assertThat(erase().now()).isFalse();
        assertThat(world.staging().of("order", "1"))
                .allSatisfy(version -> assertThat(version.text()).isEmpty());
    }

    @Test
    void what_is_still_to_be_sent_keeps_its_data() {
        receive();
        world.record(Plans.post("1"));
        assertThat(erase()).satisfies(erased -> {
            assertThat(erased.now()).isFalse();
            assertThat(erased.unfinished().map(Posting::state)).contains(PostingState.PLANNED);
        });
        assertThat(world.staging().of("order", "1"))
                .allSatisfy(version -> assertThat(version.text()).isPresent());
    }

    @Test
    void a_plan_that_comes_meanwhile_waits_and_makes_nothing_due() throws Exception {
        receive();
        world.record(Plans.hold("1", 1));
        CompletableFuture<Recorded> planned = world.transactions().inNew(() -> {
            assertThat(erase().now()).isTrue();
            CompletableFuture<Recorded> meanwhile = CompletableFuture.supplyAsync(() -> world.record(Plans.post("1")));
            assertThat(meanwhile.isDone()).isFalse();
            return meanwhile;
        });
        assertThat(planned.handle((recorded, failure) -> failure != null).get(30, TimeUnit.SECONDS))
                .as("planning an erased order fails")
                .isTrue();
        assertThat(world.posting(Plans.key("1")).orElseThrow().state()).isEqualTo(PostingState.HELD);
        assertThat(world.queued()).isZero();
    }
}
