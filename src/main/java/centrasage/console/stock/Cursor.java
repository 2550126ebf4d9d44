package centrasage.console.stock;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Rows by rising id, asked for by their place. Whoever asks for one part after the other, as a file does, is led on by the id
 * of the last row, so that a long list is not read from its beginning for each part.
 */
final class Cursor<T> {
    private final Part<T> part;
    private final ToLongFunction<T> id;
    private int place;
    private long after;

    /** Some of the rows whose ids are above {@code after}, without the first {@code skip} of them. */
    @FunctionalInterface
    interface Part<T> {
        List<T> above(long after, int skip, int most);
    }

    Cursor(Part<T> part, ToLongFunction<T> id) {
        this.part = part;
        this.id = id;
    }

    List<T> rows(int from, int count) {
        boolean isNext = from == place && place > 0;
        List<T> rows = isNext ? part.above(after, 0, count) : part.above(0, from, count);
        if (!rows.isEmpty()) {
            after = id.applyAsLong(rows.get(rows.size() - 1));
            place = from + rows.size();
        }
        return rows;
    }
}
