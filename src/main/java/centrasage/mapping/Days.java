package centrasage.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days, both included.
 *
 * @param from null is always
 * @param to null is for ever
 */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    static Days of(Row row) {
        return new Days(row.from(), row.to());
    }

    /** The days of both, which have some in common. */
    Days and(Days other) {
        return new Days(later(from, other.from), earlier(to, other.to));
    }

    boolean covers(Days other) {
        return (from == null || other.from != null && !from.isAfter(other.from))
                && (to == null || other.to != null && !to.isBefore(other.to));
    }

    /** The first day, and each on which something changes: what holds on all of them holds throughout. */
    List<LocalDate> turns(List<Row> rows) {
        Stream<LocalDate> begins = rows.stream().map(Row::from).flatMap(Stream::ofNullable);
        Stream<LocalDate> ends =
                rows.stream().map(Row::to).flatMap(Stream::ofNullable).map(end -> end.plusDays(1));
        return Stream.concat(Stream.of(from == null ? LocalDate.MIN : from), Stream.concat(begins, ends))
                .filter(this::has)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean has(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
