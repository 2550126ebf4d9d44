package centrasage.mapping;

import centrasage.flow.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The rows of one mapping file, asked for the most specific one that holds on a day. */
final class Rows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private final Sheet sheet;
    private final List<Row> rows;

    /** By the cell that must be there, as the SKU of skus.csv, which may have as many rows as a shop has articles. */
    private final Map<String, List<Row>> byExactCell;

    Rows(Sheet sheet, List<Row> rows) {
        this.sheet = sheet;
        this.rows = List.copyOf(rows);
        this.byExactCell = sheet.exactColumn()
                .map(column -> rows.stream().collect(Collectors.groupingBy(row -> row.get(column.name()))))
                .orElse(Map.of());
    }

    List<Row> all() {
        return rows;
    }

    /** The rows that hold on the day and fit what is wanted, specific or not. */
    List<Row> fitting(Map<String, String> wanted, LocalDate day) {
        return sheet
                .exactColumn()
                .map(column -> byExactCell.getOrDefault(wanted.getOrDefault(column.name(), ""), List.of()))
                .orElse(rows)
                .stream()
                .filter(row -> row.holdsOn(day) && row.fits(wanted))
                .toList();
    }

    /** The most specific row; rows that are equally specific and answer differently are a reason, not a choice. */
    Mapped<Row> find(Map<String, String> wanted, LocalDate day) {
        List<Row> fitting = mostSpecific(fitting(wanted, day), wanted);
        if (fitting.isEmpty()) {
            return new Mapped.Missing<>(missing(wanted, day));
        }
        Row first = fitting.get(0);
        return fitting.stream().allMatch(row -> row.answersLike(first, wanted))
                ? new Mapped.Found<>(first)
                : new Mapped.Missing<>(ambiguous(fitting, wanted));
    }

    private static List<Row> mostSpecific(List<Row> fitting, Map<String, String> wanted) {
        long best =
                fitting.stream().mapToLong(row -> row.specificity(wanted)).max().orElse(0);
        List<Row> narrowest =
                fitting.stream().filter(row -> row.specificity(wanted) == best).toList();
        return lowestThreshold(narrowest);
    }

    /** Of several thresholds that a value lies below, the lowest counts; a row without one stays as it is. */
    private static List<Row> lowestThreshold(List<Row> rows) {
        if (rows.stream().anyMatch(row -> row.get("value_to").isEmpty())) {
            return rows;
        }
        BigDecimal lowest = rows.stream()
                .map(row -> new BigDecimal(row.get("value_to")))
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        return rows.stream()
                .filter(row -> new BigDecimal(row.get("value_to")).compareTo(lowest) == 0)
                .toList();
    }

    private Reason missing(Map<String, String> wanted, LocalDate day) {
        String what = "No " + sheet.answer() + " is mapped for " + words(wanted, Column::inWords) + ", on "
                + DAY.format(day) + " (" + sheet.file() + ")";
        String remedy = sheet == Sheet.VAT
                ? new MissingRow(sheet, rows).remedy(wanted)
                : "Add a row to " + sheet.file() + " that fits " + words(wanted, Column::asWritten);
        return new Reason(sheet.reasonCode(), sheet.owner(), what, remedy);
    }

    private Reason ambiguous(List<Row> fitting, Map<String, String> wanted) {
        String lines = fitting.stream().map(row -> Integer.toString(row.line())).collect(Collectors.joining(" and "));
        return new Reason(
                "MAPPING_AMBIGUOUS",
                sheet.owner(),
                "Lines " + lines + " of " + sheet.file() + " fit " + words(wanted, Column::inWords)
                        + " equally well and answer differently",
                "Make one of these rows more specific, or remove it");
    }

    /** In the order of the columns; a value that the document does not have is left out. */
    private String words(Map<String, String> wanted, BiFunction<Column, String, String> way) {
        return sheet.columns().stream()
                .filter(column -> !wanted.getOrDefault(column.name(), "").isEmpty())
                .map(column -> way.apply(column, wanted.getOrDefault(column.name(), "")))
                .collect(Collectors.joining(", "));
    }
}
