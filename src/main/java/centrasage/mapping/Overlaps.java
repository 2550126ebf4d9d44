package centrasage.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds rows of one file that fit the same sale equally well and answer differently, with no closer row to decide. */
final class Overlaps {
    private final Sheet sheet;
    private final List<Row> rows;

    Overlaps(Sheet sheet, List<Row> rows) {
        this.sheet = sheet;
        this.rows = rows;
    }

    List<LineFinding> findings() {
        List<LineFinding> findings = new ArrayList<>();
        comparable(sheet, rows).forEach(group -> {
            for (int later = 1; later < group.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    clash(group.get(earlier), group.get(later)).ifPresent(findings::add);
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

    private Optional<LineFinding> clash(Row one, Row other) {
        if (!one.overlaps(other) || named(one) != named(other) || answerAlike(one, other)) {
            return Optional.empty();
        }
        return met(one, other)
                .filter(both -> rows.stream().noneMatch(row -> decides(row, both, one, other)))
                .map(both -> new LineFinding(
                        LineFinding.Kind.AMBIGUOUS,
                        other.toLine(),
                        "Lines " + one.line() + " and " + other.line() + " of " + sheet.file() + " both fit "
                                + words(both) + ", equally well, and answer differently",
                        "Add a row for exactly this, or make one of the two more specific"));
    }

    private long named(Row row) {
        return narrowing().stream()
                .filter(column -> !row.get(column.name()).isEmpty())
                .count();
    }

    private List<Column> narrowing() {
        return sheet.columns().stream()
                .filter(column -> column.role().narrows())
                .toList();
    }

    private boolean answerAlike(Row one, Row other) {
        return sheet.columns().stream()
                .filter(column -> !column.role().narrows())
                .allMatch(column -> one.get(column.name()).equals(other.get(column.name())));
    }

    /** The cells that a sale has which both rows fit; empty where there is none. Of two thresholds the lower decides. */
    private Optional<Map<String, String>> met(Row one, Row other) {
        Map<String, String> both = new TreeMap<>();
        for (Column column : narrowing()) {
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
        return switch (column.role()) {
            case UP_TO -> new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
            case EXACT -> one.equals(other);
            default -> one.equalsIgnoreCase(other);
        };
    }

    /** Whether a third row is closer to all that both fit, for all the time that both hold. */
    private boolean decides(Row third, Map<String, String> both, Row one, Row other) {
        return named(third) > named(one)
                && covers(third, later(one.from(), other.from()), earlier(one.to(), other.to()))
                && narrowing().stream()
                        .allMatch(
                                column -> fits(column, third.get(column.name()), both.getOrDefault(column.name(), "")));
    }

    private static boolean fits(Column column, String cell, String wanted) {
        if (cell.isEmpty() || wanted.isEmpty()) {
            return cell.isEmpty();
        }
        return column.role() == Column.Role.UP_TO
                ? new BigDecimal(wanted).compareTo(new BigDecimal(cell)) <= 0
                : same(column, cell, wanted);
    }

    static boolean covers(Row row, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (row.from() == null || from != null && !row.from().isAfter(from))
                && (row.to() == null || to != null && !row.to().isBefore(to));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private String words(Map<String, String> both) {
        String words = narrowing().stream()
                .filter(column -> !both.getOrDefault(column.name(), "").isEmpty())
                .map(column -> column.inWords(both.getOrDefault(column.name(), "")))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "anything" : words;
    }
}
