package centrasage.console.mappings;

import centrasage.mapping.sheet.Grid;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a form: each with its content as the page was made, by which it is found again whatever has become of the sheet meanwhile, so
 * that two windows of one person lose nothing either.
 */
final class TypedRows {
    private static final int MAX = 5_000;

    private final List<String> was;
    private final List<Map<String, String>> cells;
    private final Set<String> removed;
    private final String pasted;

    private TypedRows(List<String> was, List<Map<String, String>> cells, Set<String> removed, String pasted) {
        this.was = was;
        this.cells = cells;
        this.removed = removed;
        this.pasted = pasted;
    }

    static TypedRows of(HttpServletRequest request, List<String> columns) {
        List<String> was = values(request, "was");
        Map<String, List<String>> typed = new LinkedHashMap<>();
        columns.forEach(column -> typed.put(column, values(request, "cell-" + column)));
        List<Map<String, String>> cells = new ArrayList<>();
        for (int row = 0; row < Math.min(was.size(), MAX); row++) {
            Map<String, String> each = new LinkedHashMap<>();
            for (Map.Entry<String, List<String>> column : typed.entrySet()) {
                if (row < column.getValue().size()) {
                    each.put(column.getKey(), column.getValue().get(row).strip());
                }
            }
            cells.add(each);
        }
        String text = request.getParameter("pasted");
        return new TypedRows(
                was, cells, values(request, "remove").stream().collect(Collectors.toSet()), text == null ? "" : text);
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** The sheet with what was typed in the place of what was shown, and what is new below it. */
    Grid over(Grid grid) {
        List<Map<String, String>> rows = new ArrayList<>(grid.rows());
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            places.putIfAbsent(grid.content(rows.get(row)), row);
        }
        List<Map<String, String>> more = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            String before = was.get(row);
            Map<String, String> typed = removed.contains(Integer.toString(row)) ? Map.of() : cells.get(row);
            Integer place = before.isEmpty() ? null : places.remove(before);
            if (place != null) {
                rows.set(place, typed);
            } else if (!grid.content(typed).equals(before)) {
                more.add(typed);
            }
        }
        rows.addAll(more);
        rows.addAll(grid.pasted(pasted));
        return grid.with(rows);
    }
}
