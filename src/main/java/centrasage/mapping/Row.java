package centrasage.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a mapping file; cells that say "any" are empty.
 *
 * @param from first day on which it holds; null is always
 * @param to last day on which it holds; null is for ever
 */
record Row(
        Sheet sheet,
        int line,
        Map<String, String> cells,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    Row {
        cells = Map.copyOf(cells);
    }

    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Row other) {
        return (from == null || other.to == null || !from.isAfter(other.to))
                && (other.from == null || to == null || !other.from.isAfter(to));
    }

    /** Whether every cell that narrows fits what is wanted; what is not asked for narrows nothing. */
    boolean fits(Map<String, String> wanted) {
        return sheet.columns().stream()
                .filter(column -> column.role().narrows())
                .filter(column -> wanted.containsKey(column.name()))
                .allMatch(column -> fits(column, wanted.getOrDefault(column.name(), "")));
    }

    /** How many of the wanted values the row names itself. */
    long specificity(Map<String, String> wanted) {
        return sheet.columns().stream()
                .filter(column -> column.role().narrows())
                .filter(column -> wanted.containsKey(column.name()))
                .filter(column -> !get(column.name()).isEmpty())
                .count();
    }

    /** Whether both answer the same to whoever wants this: in their values and in what was not asked for. */
    boolean answersLike(Row other, Map<String, String> wanted) {
        return sheet.columns().stream()
                .filter(column -> !wanted.containsKey(column.name()))
                .allMatch(column -> get(column.name()).equals(other.get(column.name())));
    }

    /** The cells of these columns; what says "any" is empty. */
    Map<String, String> cells(List<Column> columns) {
        Map<String, String> some = new LinkedHashMap<>();
        columns.forEach(column -> some.put(column.name(), get(column.name())));
        return some;
    }

    /** How many of these columns the row names. */
    long named(List<Column> columns) {
        return columns.stream().filter(column -> !get(column.name()).isEmpty()).count();
    }

    /** What the row is for: of two rows with the same, only one can hold at a time. */
    List<String> scope() {
        return sheet.columns().stream()
                .filter(column -> column.role().narrows())
                .map(column -> column.isCased()
                        ? get(column.name())
                        : get(column.name()).toLowerCase(Locale.ROOT))
                .toList();
    }

    MappingLine toLine() {
        Map<String, String> ordered = new LinkedHashMap<>();
        sheet.columns().forEach(column -> ordered.put(column.name(), get(column.name())));
        cells.forEach(ordered::putIfAbsent);
        return new MappingLine(sheet.file(), line, sheet.owner(), ordered, scope(), from, to);
    }

    private boolean fits(Column column, String value) {
        String cell = get(column.name());
        if (cell.isEmpty()) {
            return true;
        }
        return column.role() == Column.Role.UP_TO
                ? new BigDecimal(value).compareTo(new BigDecimal(cell)) <= 0
                : column.isSame(cell, value);
    }
}
