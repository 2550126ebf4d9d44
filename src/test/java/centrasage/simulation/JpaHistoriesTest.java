package centrasage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same histories, shorter ones, on the real store: what holds in memory holds there. */
class JpaHistoriesTest {
    private static final long FIRST_SEED = Long.getLong("simulation.seed", 20261124L);
    private static final int HISTORIES = Integer.getInteger("simulation.jpa-histories", 500);
    private static final Setting SHORT = new Setting(1, 40, Setting.LATEST, Mutant.NONE);

    @Test
    void whatever_goes_wrong_everything_comes_out_right() {
        try (Simulation simulation = new Simulation(SHORT, () -> new JpaBooks(World.SETTLE))) {
            for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
                @Nullable Throwable failure = simulation.run(seed);
                if (failure != null) {
                    throw new AssertionError(
                            simulation.story(seed) + "\nseed " + seed + " fails on the JPA store. To run it alone:"
                                    + " mvn -q test -Dtest=JpaHistoriesTest -Dsimulation.seed=" + seed
                                    + " -Dsimulation.jpa-histories=1",
                            failure);
                }
            }
            System.out.println("simulation on the JPA store: seeds " + FIRST_SEED + " to "
                    + (FIRST_SEED + HISTORIES - 1) + "\n" + simulation.figures().table());
            assertThat(simulation.figures().of(Figures.Count.HISTORIES)).isEqualTo(HISTORIES);
        }
    }
}
