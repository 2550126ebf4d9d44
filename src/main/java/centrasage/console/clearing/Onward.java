package centrasage.console.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads a list that only goes on after its last row as one that is read page by page: a file of all of it reads each row once. */
final class Onward<T> {
    private static final int AT_ONCE = 1_000;

    private final BiFunction<@Nullable T, Integer, List<T>> after;
    private int place;
    private @Nullable T last;

    /** @param after the rows after this one, from the first on after null; at most so many */
    Onward(BiFunction<@Nullable T, Integer, List<T>> after) {
        this.after = after;
    }

    List<T> rows(int from, int count) {
        if (from < place) {
            place = 0;
            last = null;
        }
        while (place < from) {
            List<T> skipped = next(Math.min(AT_ONCE, from - place));
            if (skipped.isEmpty()) {
                return List.of();
            }
        }
        return new ArrayList<>(next(count));
    }

    private List<T> next(int most) {
        List<T> rows = after.apply(last, most);
        if (!rows.isEmpty()) {
            place += rows.size();
            last = rows.get(rows.size() - 1);
        }
        return rows;
    }
}
