package centrasage.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds rows of one file that fit the same sale equally well and answer differently, with no closer row to decide. */
final class Overlaps {
    private final Sheet sheet;
    private final Asked asked;
    private final FewValues few;
    private final List<Row> rows;

    Overlaps(Sheet sheet, Asked asked, FewValues few, List<Row> rows) {
        this.sheet = sheet;
        this.asked = asked;
        this.few = few;
        this.rows = rows;
    }

    List<LineFinding> findings() {
        List<LineFinding> findings = new ArrayList<>();
        comparable(sheet, rows).forEach(group -> {
            for (int later = 1; later < group.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    clash(group.get(earlier), group.get(later), group).ifPresent(findings::add);
                }
            }
        });
        return findings;
    }

    /** Rows of two SKUs never meet; of them there may be as many as a shop has articles. */
    static Iterable<List<Row>> comparable(Sheet sheet, List<Row> rows) {
        return sheet.exactColumn()
                .<Iterable<List<Row>>>map(column -> rows.stream()
                        .collect(
                                Collectors.groupingBy(row -> row.get(column.name()), TreeMap::new, Collectors.toList()))
                        .values())
                .orElseGet(() -> List.of(rows));
    }

    private Optional<LineFinding> clash(Row one, Row other, List<Row> group) {
        List<Column> columns = asked.columns(one);
        if (!one.overlaps(other) || one.named(columns) != other.named(columns) || answerAlike(one, other, columns)) {
            return Optional.empty();
        }
        return met(one, other, columns)
                .filter(both -> !isDecided(both, one, other, group))
                .map(both -> new LineFinding(
                        LineFinding.Kind.AMBIGUOUS,
                        asked.isByOrders(both),
                        other.toLine(),
                        "Lines " + one.line() + " and " + other.line() + " of " + sheet.file() + " both fit "
                                + words(both) + ", equally well, and answer differently",
                        "Add a row for exactly this, or make one of the two more specific"));
    }

    /** Whether closer rows answer all that both fit, for all the time that both hold. */
    private boolean isDecided(Map<String, String> both, Row one, Row other, List<Row> group) {
        List<Column> columns = asked.columns(one);
        return new Answers(sheet, few, group)
                .all(
                        both,
                        Days.of(one).and(Days.of(other)),
                        third -> third.named(columns) > one.named(columns) && asked.mayBeGiven(third, both));
    }

    private boolean answerAlike(Row one, Row other, List<Column> wanted) {
        return sheet.columns().stream()
                .filter(column -> !wanted.contains(column))
                .allMatch(column -> one.get(column.name()).equals(other.get(column.name())));
    }

    /** The cells that a sale has which both rows fit; empty where there is none. Of two thresholds the lower decides. */
    private static Optional<Map<String, String>> met(Row one, Row other, List<Column> columns) {
        Map<String, String> both = new TreeMap<>();
        for (Column column : columns) {
            String a = one.get(column.name());
            String b = other.get(column.name());
            if (!a.isEmpty() && !b.isEmpty() && !same(column, a, b)) {
                return Optional.empty();
            }
            both.put(column.name(), a.isEmpty() ? b : a);
        }
        return Optional.of(both);
    }

    private static boolean same(Column column, String one, String other) {
        return column.role() == Column.Role.UP_TO
                ? new BigDecimal(one).compareTo(new BigDecimal(other)) == 0
                : column.isSame(one, other);
    }

    private String words(Map<String, String> both) {
        String words = sheet.narrowing().stream()
                .filter(column -> !both.getOrDefault(column.name(), "").isEmpty())
                .map(column -> column.inWords(both.getOrDefault(column.name(), "")))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "anything" : words;
    }
}
