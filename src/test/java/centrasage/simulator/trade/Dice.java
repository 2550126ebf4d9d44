package centrasage.simulator.trade;

import java.util.List;
import java.util.Random;

/** Chance that comes out the same for the same seed. */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final Random random;

    /** Chance of its own for each index, so that one order does not depend on how the others were dealt. */
    Dice(long seed, int index) {
        long mixed = (seed + 1) * GOLDEN_GAMMA ^ (index + 1) * 0xbf58476d1ce4e5b9L;
        random = new Random(mixed ^ (mixed >>> 31));
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The index of one of the weights, heavier ones more often. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int drawn = random.nextInt(total);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index++];
        }
        return index;
    }

    String letters(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
