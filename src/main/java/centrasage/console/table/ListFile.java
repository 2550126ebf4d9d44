package centrasage.console.table;

import centrasage.console.words.Sign;
import centrasage.money.Money;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a list, with all of its columns. An amount is two columns, the figure and its currency, so that a spreadsheet
 * can add them up; a moment is written in the site's zone.
 */
final class ListFile<T> {
    private static final int PAGE = 1_000;
    private static final int ROWS_MAX = 100_000;
    private static final String FORMULAS = "=+-@\t\r";

    private final Listing<T> listing;
    private final List<Column<T>> columns;
    private final ZoneId zone;

    ListFile(Listing<T> listing, ZoneId zone) {
        this.listing = listing;
        this.zone = zone;
        columns = listing.columns();
    }

    void csv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(heads());
        each(row -> csv.writeRecord(values(row).map(this::plain).toList()));
        csv.flush();
    }

    void xlsx(OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "centra-sage200", null)) {
            Worksheet sheet = book.newWorksheet(listing.name());
            List<String> heads = heads();
            for (int place = 0; place < heads.size(); place++) {
                sheet.value(0, place, heads.get(place));
                sheet.style(0, place).bold().set();
            }
            sheet.freezePane(0, 1);
            int[] line = {0};
            each(row -> line(sheet, ++line[0], row));
        }
    }

    private void line(Worksheet sheet, int line, List<@Nullable Object> row) {
        int place = 0;
        for (Object value : values(row).toList()) {
            cell(sheet, line, place++, value);
        }
    }

    private void cell(Worksheet sheet, int line, int place, Object value) {
        if (value instanceof BigDecimal figure) {
            sheet.value(line, place, figure);
            sheet.style(line, place).format("#,##0.00").set();
        } else if (value instanceof Number number) {
            sheet.value(line, place, number);
        } else if (value instanceof Instant moment) {
            sheet.value(line, place, moment.atZone(zone).toLocalDateTime());
            sheet.style(line, place).format("yyyy-mm-dd hh:mm").set();
        } else if (value instanceof LocalDate day) {
            sheet.value(line, place, day);
            sheet.style(line, place).format("yyyy-mm-dd").set();
        } else if (!value.toString().isEmpty()) {
            sheet.value(line, place, value.toString());
        }
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>();
        for (Column<T> column : columns) {
            heads.add(column.title());
            if (column.kind().isMoney()) {
                heads.add(column.title() + " currency");
            }
        }
        return heads;
    }

    /** Each row's own values, one for each column; after the most that a file holds, a row that says so. */
    private void each(Consumer<List<@Nullable Object>> row) {
        for (int from = 0; from < ROWS_MAX; from += PAGE) {
            List<T> page = listing.rows(from, PAGE);
            page.forEach(each -> row.accept(
                    columns.stream().map(column -> column.value().apply(each)).toList()));
            if (page.size() < PAGE) {
                return;
            }
        }
        if (!listing.rows(ROWS_MAX, 1).isEmpty()) {
            List<@Nullable Object> cut = new ArrayList<>();
            cut.add("More rows match than the " + ROWS_MAX + " of a file: narrow the filter");
            row.accept(cut);
        }
    }

    /** What stands in the file: an amount in two cells, nothing as an empty text. */
    private Stream<Object> values(List<@Nullable Object> row) {
        return IntStream.range(0, row.size()).boxed().flatMap(place -> {
            Object value = row.get(place);
            if (row.size() == columns.size() && columns.get(place).kind().isMoney()) {
                return value instanceof Money money
                        ? Stream.of(money.amount(), money.currency().getCurrencyCode())
                        : Stream.of("", "");
            }
            return Stream.of(value instanceof Sign sign ? sign.word() : value == null ? "" : value);
        });
    }

    /** In a text file; what a spreadsheet would take for a formula is text. */
    private String plain(Object value) {
        if (value instanceof BigDecimal figure) {
            return figure.toPlainString();
        }
        if (value instanceof Instant moment) {
            return moment.atZone(zone)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toOffsetDateTime()
                    .toString();
        }
        String text = value.toString();
        boolean formula = value instanceof String && !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
