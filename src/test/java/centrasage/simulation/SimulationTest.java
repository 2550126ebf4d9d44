package centrasage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Exactly once, whatever happens and whenever: at least twenty thousand orders, each through its whole life. */
class SimulationTest {
    private static final long FIRST_SEED = Long.getLong("simulation.seed", 20261123L);
    private static final int HISTORIES = Integer.getInteger("simulation.histories", 5_000);
    private static final int LIFECYCLES_MIN = HISTORIES * Setting.USUAL.orders();

    /** So many histories are enough to see what is broken. */
    private static final int SEEN_WITHIN = 400;

    private static final int LOOKED_AT = 30;

    @Test
    void whatever_goes_wrong_everything_comes_out_right() {
        try (Simulation simulation = Simulation.inMemory(Setting.USUAL)) {
            for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
                @Nullable Throwable failure = simulation.run(seed);
                if (failure != null) {
                    throw new AssertionError(replay(simulation, seed), failure);
                }
            }
            System.out.println("simulation: seeds " + FIRST_SEED + " to " + (FIRST_SEED + HISTORIES - 1) + "\n"
                    + simulation.figures().table());
            assertThat(simulation.figures().of(Figures.Count.LIFECYCLES)).isGreaterThanOrEqualTo(LIFECYCLES_MIN);
            if (HISTORIES >= 1000) {
                everythingWentWrong(simulation.figures());
            }
        }
    }

    private static String replay(Simulation simulation, long seed) {
        return simulation.story(seed) + "\nseed " + seed + " fails. To run it alone:"
                + " mvn -q test -Dtest=SimulationTest -Dsimulation.seed=" + seed + " -Dsimulation.histories=1";
    }

    /** A fault that never struck was not survived. */
    private static void everythingWentWrong(Figures figures) {
        assertThat(Stream.of(Fault.values()).filter(fault -> figures.of(fault) == 0))
                .as("faults that never struck")
                .isEmpty();
    }

    /** A truth that cannot be broken proves nothing. */
    @Test
    void programs_that_are_wrong_are_found_out_by_each_of_the_truths() {
        Set<Truth> broken = EnumSet.noneOf(Truth.class);
        for (Broken program : Broken.values()) {
            Set<Truth> found = foundOut(program);
            assertThat(found).as("found of " + program).containsAnyElementsOf(program.truths());
            broken.addAll(found);
        }
        assertThat(broken).containsExactlyInAnyOrder(Truth.values());
    }

    private static Set<Truth> foundOut(Broken program) {
        Set<Truth> found = EnumSet.noneOf(Truth.class);
        try (Simulation simulation = Simulation.inMemory(Setting.USUAL.with(program))) {
            for (int i = 0; i < SEEN_WITHIN && (i < LOOKED_AT || found.isEmpty()); i++) {
                @Nullable Throwable failure = simulation.run(FIRST_SEED + i);
                if (failure != null) {
                    assertThat(failure).as("failure of " + program).isInstanceOf(Untrue.class);
                    found.add(((Untrue) failure).truth());
                }
            }
        }
        return found;
    }

    /** Sage enforces no uniqueness: this is the one case that cannot be prevented. */
    @Test
    void commits_later_than_the_settle_time_are_found_out() {
        Setting late = new Setting(4, 90, World.SETTLE.multipliedBy(3), Mutant.NONE);
        try (Simulation simulation = Simulation.inMemory(late)) {
            assertThat(LongStream.range(FIRST_SEED, FIRST_SEED + SEEN_WITHIN)
                            .mapToObj(simulation::run)
                            .anyMatch(Untrue.class::isInstance))
                    .isTrue();
        }
    }

    @Test
    void a_history_is_the_same_each_time() {
        try (Simulation simulation = Simulation.inMemory(Setting.USUAL)) {
            assertThat(simulation.story(FIRST_SEED))
                    .isEqualTo(simulation.story(FIRST_SEED))
                    .contains("stalls")
                    .endsWith("all is as it should be");
        }
    }
}
