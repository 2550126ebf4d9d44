package centrasage.console.mappings;

import centrasage.mapping.MappingLine;
import centrasage.mapping.version.LineChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a row of a sheet differs, in words.
 *
 * @param kind {@code added}, {@code changed} or {@code removed}
 * @param row what it is for
 * @param before what it gave; empty where it is new
 * @param after what it gives; empty where it is gone
 */
public record RowChange(String file, String kind, String row, String before, String after) {
    /** More are not looked through on a page. */
    private static final int MAX = 500;

    static List<RowChange> of(List<LineChange> changes) {
        return changes.stream().limit(MAX).map(RowChange::of).toList();
    }

    private static RowChange of(LineChange change) {
        MappingLine before = change.before();
        MappingLine after = change.after();
        if (before == null || after == null) {
            return oneSided(change, before, after);
        }
        List<String> differing = columns(before, after).stream()
                .filter(column -> !Objects.equals(before.get(column), after.get(column)))
                .toList();
        return new RowChange(
                change.file(),
                "changed",
                words(
                        after,
                        columns(after, after).stream()
                                .filter(column -> !differing.contains(column))
                                .toList()),
                words(before, differing),
                words(after, differing));
    }

    private static RowChange oneSided(LineChange change, @Nullable MappingLine before, @Nullable MappingLine after) {
        return new RowChange(
                change.file(),
                before == null ? "added" : "removed",
                "",
                before == null ? "" : words(before, columns(before, before)),
                after == null ? "" : words(after, columns(after, after)));
    }

    private static List<String> columns(MappingLine one, MappingLine other) {
        List<String> columns = new ArrayList<>(other.cells().keySet());
        new TreeSet<>(one.cells().keySet())
                .stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        return columns;
    }

    private static String words(MappingLine line, List<String> columns) {
        return columns.stream()
                .filter(column -> !line.get(column).isEmpty() || columns.size() == 1)
                .map(column ->
                        column.replace('_', ' ') + " " + (line.get(column).isEmpty() ? "(empty)" : line.get(column)))
                .collect(Collectors.joining(", "));
    }
}
