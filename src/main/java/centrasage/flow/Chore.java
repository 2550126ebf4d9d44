package centrasage.flow;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Something that is done by the clock on every node, over and over. Done by whoever keeps the time of the jobs, which does not know what
 * it is; what must not be done by two nodes at once takes a lease of its own.
 */
public interface Chore {

    /** In the log, when it fails. */
    String name();

    /** From the end of one time to the beginning of the next. */
    Duration interval();

    /**
     * One time; what it throws is logged, and it is tried again. Called by one thread at a time.
     *
     * @param stopped whether the process is ending: what is long ends after the thing at hand
     */
    void perform(BooleanSupplier stopped);
}
