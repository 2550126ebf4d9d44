package centrasage.mapping;

import centrasage.flow.Owner;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a mapping file, for whoever compares or checks rows rather than asking them.
 *
 * @param number of the line in the file; 1 is the header
 * @param cells by column, in the order of the columns; what says "any" is empty
 * @param scope what the row is for: of two rows with the same, only one can hold at a time
 * @param from first day on which it holds; null is always
 * @param to last day on which it holds; null is for ever
 */
public record MappingLine(
        String file,
        int number,
        Owner owner,
        Map<String, String> cells,
        List<String> scope,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public MappingLine {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        scope = List.copyOf(scope);
    }

    public String get(String column) {
        return cells.getOrDefault(column, "");
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
