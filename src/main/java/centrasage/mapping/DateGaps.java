package centrasage.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds days between two rows for the same on which neither holds. */
final class DateGaps {
    private final Asked asked;
    private final Answers answers;
    private final List<Row> rows;
    private final LocalDate today;

    DateGaps(Asked asked, Answers answers, List<Row> rows, LocalDate today) {
        this.asked = asked;
        this.answers = answers;
        this.rows = rows;
        this.today = today;
    }

    List<LineFinding> findings() {
        Map<String, List<Row>> byScope = rows.stream()
                .collect(Collectors.groupingBy(row -> row.scope().toString(), TreeMap::new, Collectors.toList()));
        List<LineFinding> findings = new ArrayList<>();
        byScope.values().forEach(same -> {
            List<Row> inTime = same.stream()
                    .sorted(Comparator.comparing(row -> row.from() == null ? LocalDate.MIN : row.from()))
                    .toList();
            for (int next = 1; next < inTime.size(); next++) {
                gap(inTime.get(next - 1), inTime.get(next), findings);
            }
        });
        return findings;
    }

    private void gap(Row before, Row after, List<LineFinding> findings) {
        LocalDate end = before.to();
        LocalDate begin = after.from();
        if (end == null || begin == null || !begin.isAfter(end.plusDays(1))) {
            return;
        }
        boolean isOver = !begin.isAfter(today);
        boolean isAnswered = isAnswered(after, new Days(end.plusDays(1), begin.minusDays(1)));
        if (!isOver || !isAnswered) {
            findings.add(new LineFinding(
                    LineFinding.Kind.DATE_GAP,
                    !isOver && !isAnswered,
                    after.toLine(),
                    "Line " + before.line() + " holds until " + end + " and this row from " + begin
                            + " on: in between there is no row for it"
                            + (isAnswered
                                    ? ", and another answers or none is needed"
                                    : ", and orders of these days are held"),
                    "Let effective_to of one row be the day before effective_from of the next"));
        }
    }

    /** Whether orders of these days pass all the same. */
    private boolean isAnswered(Row row, Days days) {
        Map<String, String> cells = row.cells(asked.columns(row));
        return !asked.areHeldWithoutRow()
                || !asked.isByOrders(cells)
                || answers.all(cells, days, other -> asked.mayBeGiven(other, cells));
    }
}
