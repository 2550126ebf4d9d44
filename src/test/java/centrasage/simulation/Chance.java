package centrasage.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Everything that is left to chance, drawn from one seed; once it is calm, nothing goes wrong any more. */
final class Chance {
    private final SplittableRandom random;
    private final Figures figures;
    private boolean calm;

    Chance(long seed, Figures figures) {
        this.random = new SplittableRandom(seed);
        this.figures = figures;
    }

    SplittableRandom random() {
        return random;
    }

    Figures figures() {
        return figures;
    }

    void calmDown() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }

    /** Whether this goes wrong now; counted where it does. */
    boolean strikes(Fault fault, int permille) {
        boolean struck = !calm && random.nextInt(1000) < permille;
        if (struck) {
            figures.struck(fault);
        }
        return struck;
    }
}
