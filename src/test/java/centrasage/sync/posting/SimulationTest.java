package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.PostingFinding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Exactly once, whatever happens and whenever: thousands of seeded lives, and the one case that cannot be prevented. */
class SimulationTest {
    private static final long FIRST_SEED = Long.getLong("simulation.seed", 20261123L);
    private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 10_000);
    /** At most nine tenths of the settle time: what the setting promises. */
    private static final Duration LATEST = Schedule.SETTLE.multipliedBy(9).dividedBy(10);

    private static final Duration LEASE = StoreContract.LEASE;
    private static final Duration SETTLE = StoreContract.SETTLE;

    @Test
    void whoever_dies_stalls_or_is_overtaken_each_key_has_exactly_one_document() {
        System.out.println("simulation: " + SCHEDULES + " schedules from seed " + FIRST_SEED);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
            Schedule schedule = new Schedule(seed, LATEST);
            try {
                schedule.run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + " (-Dsimulation.seed=" + seed + " -Dsimulation.schedules=1): " + e.getMessage()
                                + "\n" + schedule.story(),
                        e);
            }
        }
    }

    /** A simulation that finds nothing proves nothing. */
    @Test
    void commits_later_than_the_settle_time_are_seen_by_this_simulation() {
        long found = LongStream.range(FIRST_SEED, FIRST_SEED + 300)
                .filter(seed -> fails(new Schedule(seed, Schedule.SETTLE.multipliedBy(3))))
                .count();
        assertThat(found).isPositive();
    }

    private static boolean fails(Schedule schedule) {
        try {
            schedule.run();
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }

    @Test
    void a_schedule_is_the_same_each_time() {
        Schedule first = new Schedule(FIRST_SEED, LATEST);
        Schedule second = new Schedule(FIRST_SEED, LATEST);
        first.run();
        second.run();
        assertThat(first.story()).isEqualTo(second.story()).isNotEmpty();
    }

    /** Sage enforces no uniqueness: a commit later than the settle time is found and reported, with what to cancel. */
    @Test
    void a_commit_after_the_settle_time_is_found_as_a_duplicate_and_its_cancellation_proposed() {
        MemoryWorld world = new MemoryWorld(SETTLE);
        ScriptedTarget target = new ScriptedTarget();
        Retries retries = new Retries(List.of(Duration.ofSeconds(5)), new Random(1));
        Patience patience = new Patience(LEASE, SETTLE, Duration.ZERO, retries);
        Lane lane = new Lane(world.store(), Map.of(PostingKind.ORDER, target), patience, what -> {});
        world.record(Plans.post("1"));
        target.answers("1", new Outcome.InDoubt("timeout"));
        lane.post("a", () -> false);
        world.clock().advance(SETTLE);
        lane.resolve("a", () -> false);
        target.answers("1", new Outcome.Posted(Plans.document("2")));
        lane.post("a", () -> false);
        // committed after all, between the look and the second send
        target.finds("1", new Finding.Several(List.of(Plans.document("1"), Plans.document("2"))));
        world.clock().advance(SETTLE);
        lane.recheck(Map.of(), () -> false);

        assertThat(world.posting(Plans.key("1")).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        assertThat(world.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PostingFinding.Kind.DUPLICATE);
            assertThat(finding.reason().what()).contains("2 documents").contains("00001 and 00002");
            assertThat(finding.reason().remedy()).startsWith("Cancel 00001 in Sage 200 and keep 00002");
        });
    }
}
