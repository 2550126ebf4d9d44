package centrasage.flow;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Something that is looked at again and again on each node, as long as the application runs. Whoever keeps the time knows it by its name
 * only; a look that fails is told and made again.
 */
public interface ByTheClock {

    String name();

    /** How long after the end of one look the next one begins. */
    Duration interval();

    /** @param stopped whether the process is ending: then it ends after the thing at hand */
    void look(BooleanSupplier stopped);
}
