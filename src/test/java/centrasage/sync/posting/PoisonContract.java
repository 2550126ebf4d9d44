package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Command;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A document that never goes through: after so many tries a person decides, what builds upon it waits, and everybody else's work is
 * done as if it were not there. Run against the JPA store and against its in-memory twin.
 */
public abstract class PoisonContract {
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final ScriptedTarget target = new ScriptedTarget();
    private final List<String> tally = new ArrayList<>();
    private StoreWorld world;
    private Lane lane;

    protected abstract StoreWorld world();

    @BeforeEach
    void begin() {
        world = world();
        lane = new Lane(
                world.store(),
                Map.of(PostingKind.ORDER, target, PostingKind.DESPATCH, target),
                Plans.patience(RETRY),
                tally::add);
        world.record(Plans.post("1"));
        world.record(despatch("1"));
        world.record(Plans.post("2"));
        world.record(despatch("2"));
    }

    @Test
    void an_order_that_is_never_answered_ends_with_a_person_and_its_despatch_waits_for_it() {
        target.answers("1", new Outcome.InDoubt("timeout"));
        rounds(PostOnce.UNANSWERED_MAX, StoreContract.SETTLE.plus(RETRY));
        assertThat(sent("1")).isEqualTo(PostOnce.UNANSWERED_MAX);
        poisoned("NEVER_ANSWERED");
    }

    @Test
    void an_order_of_which_nobody_can_tell_whether_it_is_there_ends_with_a_person_too() {
        target.findings.put(Plans.key("1"), new Finding.Undecidable("half an answer"));
        rounds(PostOnce.LOOKS_MAX + 1, Duration.ofHours(1));
        assertThat(sent("1")).isZero();
        poisoned("CANNOT_BE_TOLD");
    }

    @Test
    void mended_it_goes_out_and_its_despatch_after_it() {
        target.answers("1", new Outcome.InDoubt("timeout"));
        rounds(PostOnce.UNANSWERED_MAX, StoreContract.SETTLE.plus(RETRY));
        target.answers.clear();
        target.calls.clear();
        world.record(Plans.post("1", 2, "mended"));
        world.clock().advance(RETRY);
        lane.post("a", () -> false);
        lane.post("a", () -> false);
        assertThat(target.calls.stream().filter(call -> call.startsWith("send")))
                .containsExactly("send 1", "send 1-1");
        assertThat(world.queued()).isZero();
    }

    /** Bounded: each round does what is due, lets time pass and reads the doubts back. */
    private void rounds(int count, Duration pause) {
        for (int round = 0; round < count; round++) {
            assertThat(lane.post("a", () -> false)).as("the batch completes").isEmpty();
            world.clock().advance(pause);
            lane.resolve("a", () -> false);
        }
    }

    private void poisoned(String code) {
        assertThat(posting(Plans.key("1")).state()).isEqualTo(PostingState.REFUSED);
        assertThat(posting(Plans.key("1")).reasons()).extracting(Reason::code).containsExactly(code);
        assertThat(posting(key("1")).state()).isEqualTo(PostingState.WAITING);
        assertThat(sent("1-1")).isZero();
        assertThat(posting(Plans.key("2")).state()).isEqualTo(PostingState.POSTED);
        assertThat(posting(key("2")).state()).isEqualTo(PostingState.POSTED);
        world.clock().advance(Duration.ofDays(30));
        target.calls.clear();
        lane.post("a", () -> false);
        assertThat(target.calls).as("nobody tries it, nor what builds upon it").isEmpty();
        assertThat(world.queued()).isOne();
    }

    private long sent(String number) {
        return target.calls.stream().filter(("send " + number)::equals).count();
    }

    private Posting posting(PostingKey key) {
        return world.posting(key).orElseThrow();
    }

    private static PostingKey key(String order) {
        return new PostingKey("33", PostingKind.DESPATCH, order + "-1");
    }

    private static Planned despatch(String order) {
        Command command =
                new Command(key(order), "33/C" + order, Plans.AMOUNT, null, Plans.DAY, "despatch of " + order, "{}");
        return new Planned(
                key(order),
                "33/C" + order,
                new centrasage.flow.DocumentVersion("shipment", order + "-1", 1),
                Plans.AMOUNT,
                Plans.DAY,
                new Plan.Post(command, Plans.key(order)));
    }
}
