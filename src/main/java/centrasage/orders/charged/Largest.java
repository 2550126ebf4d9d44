package centrasage.orders.charged;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Where the pennies go that rounding leaves over: on the largest, where they matter least. */
public final class Largest {
    private Largest() {}

    /** The same list with its largest changed, of those that may be; of several as large the first. One must be there. */
    public static <T> List<T> changed(
            List<T> all, Predicate<T> may, Function<T, BigDecimal> value, UnaryOperator<T> change) {
        int largest = IntStream.range(0, all.size())
                .boxed()
                .filter(index -> may.test(all.get(index)))
                .max(Comparator.comparing((Integer index) -> value.apply(all.get(index))))
                .orElseThrow();
        List<T> changed = new ArrayList<>(all);
        changed.set(largest, change.apply(all.get(largest)));
        return changed;
    }
}
