package centrasage.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Whether rows of one file answer all that could be asked within some cells, on all of some days. */
final class Answers {
    private final Sheet sheet;
    private final FewValues few;
    private final List<Row> rows;

    Answers(Sheet sheet, FewValues few, List<Row> rows) {
        this.sheet = sheet;
        this.few = few;
        this.rows = rows;
    }

    /** Whether for each case, on each day, one of the rows fits that may give the answer. */
    boolean all(Map<String, String> cells, Days days, Predicate<Row> may) {
        List<Row> near =
                rows.stream().filter(may).filter(row -> meets(row, cells)).toList();
        List<LocalDate> turns = days.turns(near);
        return few.cases(cells)
                .allMatch(each -> turns.stream()
                        .allMatch(day -> near.stream().anyMatch(row -> row.holdsOn(day) && fits(row, each))));
    }

    /** Whether the row fits some of what is asked. */
    private boolean meets(Row row, Map<String, String> cells) {
        return sheet.narrowing().stream()
                .filter(column ->
                        cells.containsKey(column.name()) && few.of(column).isEmpty())
                .allMatch(column -> fits(column, row.get(column.name()), cells.getOrDefault(column.name(), "")));
    }

    private boolean fits(Row row, Map<String, String> cells) {
        return sheet.narrowing().stream()
                .filter(column -> cells.containsKey(column.name()))
                .allMatch(column -> fits(column, row.get(column.name()), cells.getOrDefault(column.name(), "")));
    }

    private static boolean fits(Column column, String cell, String wanted) {
        if (cell.isEmpty() || wanted.isEmpty()) {
            return cell.isEmpty();
        }
        return column.role() == Column.Role.UP_TO
                ? new BigDecimal(wanted).compareTo(new BigDecimal(cell)) <= 0
                : column.isSame(cell, wanted);
    }
}
