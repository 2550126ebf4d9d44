package centrasage.simulator.centra.query;

import java.time.Instant;
import java.util.function.Function;

/**
 * A field that rows may be sorted by.
 *
 * @param parser reads the value back out of a cursor
 * @param unique whether no two rows share a value
 */
public record SortField<T>(
        String name, Function<T, Comparable<?>> value, Function<String, Comparable<?>> parser, boolean unique) {

    static <T> SortField<T> number(String name, Function<T, Comparable<?>> value) {
        return new SortField<>(name, value, Integer::valueOf, true);
    }

    static <T> SortField<T> text(String name, Function<T, Comparable<?>> value) {
        return new SortField<>(name, value, text -> text, true);
    }

    static <T> SortField<T> moment(String name, Function<T, Comparable<?>> value) {
        return new SortField<>(name, value, Instant::parse, false);
    }
}
