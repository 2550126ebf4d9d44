package centrasage.mapping;

import centrasage.mapping.LineFinding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is odd about the rows among themselves, whatever Sage 200 holds: overlaps, holes, rows that nothing ever finds. */
public final class RowChecks {
    private final Mappings mappings;
    private final LocalDate today;

    public RowChecks(Mappings mappings, LocalDate today) {
        this.mappings = mappings;
        this.today = today;
    }

    /** File by file, in the order of the lines for each kind. */
    public List<LineFinding> findings() {
        List<LineFinding> findings = new ArrayList<>();
        for (Sheet sheet : Sheet.values()) {
            List<Row> all = mappings.rows(sheet).all();
            List<Row> lasting = all.stream().filter(row -> !isOver(row)).toList();
            all.stream().filter(this::isOver).map(RowChecks::expired).forEach(findings::add);
            findings.addAll(new Overlaps(sheet, lasting).findings());
            findings.addAll(holes(all));
            Overlaps.comparable(sheet, lasting).forEach(rows -> findings.addAll(neverChosen(sheet, rows)));
        }
        return findings;
    }

    private boolean isOver(Row row) {
        return row.to() != null && row.to().isBefore(today);
    }

    private static LineFinding expired(Row row) {
        return new LineFinding(
                Kind.EXPIRED,
                row.toLine(),
                "The row held until " + row.to(),
                "Keep it while orders from before that day may still come; then remove it");
    }

    private List<LineFinding> holes(List<Row> rows) {
        Map<String, List<Row>> byScope = rows.stream()
                .collect(Collectors.groupingBy(row -> row.scope().toString(), TreeMap::new, Collectors.toList()));
        List<LineFinding> findings = new ArrayList<>();
        byScope.values().forEach(same -> {
            List<Row> inTime = same.stream()
                    .sorted(Comparator.comparing(row -> row.from() == null ? LocalDate.MIN : row.from()))
                    .toList();
            for (int next = 1; next < inTime.size(); next++) {
                hole(inTime.get(next - 1), inTime.get(next), findings);
            }
        });
        return findings;
    }

    private void hole(Row before, Row after, List<LineFinding> findings) {
        LocalDate end = before.to();
        LocalDate begin = after.from();
        if (end != null && begin != null && begin.isAfter(end.plusDays(1)) && begin.isAfter(today)) {
            findings.add(new LineFinding(
                    Kind.DATE_GAP,
                    after.toLine(),
                    "Line " + before.line() + " holds until " + end + " and this row from " + begin
                            + " on: in between there is no row for it",
                    "Let effective_to of one row be the day before effective_from of the next"));
        }
    }

    private List<LineFinding> neverChosen(Sheet sheet, List<Row> rows) {
        List<LineFinding> findings = new ArrayList<>();
        for (Row row : rows) {
            sheet.columns().stream()
                    .filter(column -> row.get(column.name()).isEmpty() && isOutdone(row, column, rows))
                    .findFirst()
                    .ifPresent(column -> findings.add(new LineFinding(
                            Kind.NEVER_CHOSEN,
                            row.toLine(),
                            "For every " + column.name().replace('_', ' ')
                                    + " there is a row of its own, so that this one is" + " never chosen",
                            "Remove it, or remove those that are not meant")));
            if (sheet == Sheet.VAT && isShippedFromNowhere(row)) {
                findings.add(new LineFinding(
                        Kind.NEVER_CHOSEN,
                        row.toLine(),
                        "Nothing leaves from " + row.get("ship_from")
                                + ": no company of companies.csv has it as ship_from",
                        "Correct ship_from here or in companies.csv, or remove the row"));
            }
        }
        return findings;
    }

    private boolean isShippedFromNowhere(Row row) {
        return !row.get("ship_from").isEmpty()
                && mappings.rows(Sheet.COMPANIES).all().stream()
                        .noneMatch(company -> company.get("ship_from").equalsIgnoreCase(row.get("ship_from")));
    }

    /** Whether for each value that the column can have a row stands that is like this one, and names it. */
    private boolean isOutdone(Row row, Column column, List<Row> rows) {
        Set<String> values = possible(column);
        return !values.isEmpty()
                && values.stream()
                        .allMatch(value -> rows.stream().anyMatch(other -> outdoes(other, row, column, value)));
    }

    private static boolean outdoes(Row other, Row row, Column column, String value) {
        return other.get(column.name()).equalsIgnoreCase(value)
                && Overlaps.covers(other, row.from(), row.to())
                && row.sheet().columns().stream()
                        .filter(each -> each.role().narrows() && !each.equals(column))
                        .allMatch(each -> other.get(each.name()).equalsIgnoreCase(row.get(each.name())));
    }

    /** Every value of a column that has only a few; empty for the others. */
    private Set<String> possible(Column column) {
        if (!column.role().narrows()) {
            return Set.of();
        }
        return switch (column.name()) {
            case "company" ->
                mappings.rows(Sheet.COMPANIES).all().stream()
                        .map(company -> company.get("company"))
                        .collect(Collectors.toCollection(TreeSet::new));
            case "customer_kind" -> words(VatCase.CustomerKind.values());
            case "applies_to" -> words(VatCase.AppliesTo.values());
            default -> Set.of();
        };
    }

    private static Set<String> words(Enum<?>... values) {
        return Stream.of(values)
                .map(value -> value.name().replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
