package centrasage.stock.figure;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What is sold while Sage 200 cannot be read: first as before, then less, then nothing.
 *
 * @param after how old the last reading may be before the buffer is raised
 * @param more units of each SKU that are kept back then, beside its usual buffer
 * @param stop how old it may be before nothing is sold; zero for never
 */
public record StalePolicy(Duration after, int more, Duration stop) {
    /** Beyond what any warehouse holds. */
    public static final int EVERYTHING = 1_000_000_000;

    /** How many units more are kept back while the last reading is so old; empty while the usual buffer is enough. */
    public OptionalInt more(Duration age) {
        if (!stop.isZero() && age.compareTo(stop) >= 0) {
            return OptionalInt.of(EVERYTHING);
        }
        return age.compareTo(after) >= 0 ? OptionalInt.of(more) : OptionalInt.empty();
    }
}
