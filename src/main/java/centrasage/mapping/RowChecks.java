package centrasage.mapping;

import centrasage.mapping.LineFinding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
            Asked asked = new Asked(mappings, sheet);
            FewValues few = FewValues.of(mappings, sheet);
            all.stream().filter(this::isOver).map(RowChecks::expired).forEach(findings::add);
            findings.addAll(new DateGaps(asked, new Answers(sheet, few, all), all, today).findings());
            if (!sheet.isRanked()) {
                findings.addAll(new Overlaps(sheet, asked, few, lasting).findings());
                Overlaps.comparable(sheet, lasting).forEach(rows -> findings.addAll(neverChosen(few, rows)));
            }
            lasting.stream()
                    .filter(row -> sheet == Sheet.VAT && !asked.leavesFrom("", row.get("ship_from")))
                    .map(RowChecks::fromNowhere)
                    .forEach(findings::add);
        }
        return findings;
    }

    private boolean isOver(Row row) {
        return row.to() != null && row.to().isBefore(today);
    }

    private static LineFinding expired(Row row) {
        return new LineFinding(
                Kind.EXPIRED,
                false,
                row.toLine(),
                "The row held until " + row.to(),
                "Keep it while orders from before that day may still come; then remove it");
    }

    private static LineFinding fromNowhere(Row row) {
        return new LineFinding(
                Kind.NEVER_CHOSEN,
                false,
                row.toLine(),
                "Nothing leaves from " + row.get("ship_from") + ": no company of companies.csv has it as ship_from",
                "Correct ship_from here or in companies.csv, or remove the row");
    }

    private static List<LineFinding> neverChosen(FewValues few, List<Row> rows) {
        List<LineFinding> findings = new ArrayList<>();
        for (Row row : rows) {
            row.sheet().narrowing().stream()
                    .filter(column -> row.get(column.name()).isEmpty() && isOutdone(row, column, few.of(column), rows))
                    .findFirst()
                    .ifPresent(column -> findings.add(new LineFinding(
                            Kind.NEVER_CHOSEN,
                            false,
                            row.toLine(),
                            "For every " + column.name().replace('_', ' ')
                                    + " there is a row of its own, so that this one is never chosen",
                            "Remove it, or remove those that are not meant")));
        }
        return findings;
    }

    /** Whether for each value that the column can have a row stands that is like this one, and names it. */
    private static boolean isOutdone(Row row, Column column, Set<String> values, List<Row> rows) {
        return !values.isEmpty()
                && values.stream()
                        .allMatch(value -> rows.stream().anyMatch(other -> outdoes(other, row, column, value)));
    }

    private static boolean outdoes(Row other, Row row, Column column, String value) {
        return other.get(column.name()).equalsIgnoreCase(value)
                && Days.of(other).covers(Days.of(row))
                && row.sheet().narrowing().stream()
                        .filter(each -> !each.equals(column))
                        .allMatch(each -> other.get(each.name()).equalsIgnoreCase(row.get(each.name())));
    }
}
