package centrasage.stock.publish;

import centrasage.stock.figure.Kept;
import centrasage.stock.level.Level;
import java.util.List;
import java.util.function.Function;

/** How many units of SKUs are kept back, as far as one run knows. */
interface Buffers {
    /** @param levels that it is asked for, so that what they need is read at once */
    Function<Level, Kept> of(List<Level> levels);
}
