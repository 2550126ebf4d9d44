package centrasage.mapping.sheet;

import centrasage.mapping.SheetForm;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of one mapping file as they were typed, right or wrong: nothing is corrected here, and nothing is lost. Row {@code n}, from
 * 0, stands on line {@code n + 2} of the text that is written of it.
 */
public final class Grid {
    private static final int FIRST_LINE = 2;

    private final SheetForm form;
    private final List<String> header;
    private final List<Map<String, String>> rows;
    private final List<Integer> lines;

    /** @param lines on which the rows stand; empty where they stand one below the other */
    private Grid(SheetForm form, List<String> header, List<Map<String, String>> rows, List<Integer> lines) {
        this.form = form;
        this.header = header;
        this.rows = rows;
        this.lines = lines;
    }

    /** Without a row. */
    public static Grid empty(SheetForm form) {
        return new Grid(
                form,
                form.fields().stream()
                        .filter(SheetForm.Field::usual)
                        .map(SheetForm.Field::name)
                        .toList(),
                List.of(),
                List.of());
    }

    /** Empty where the text is no CSV file with columns of this sheet: then its rows cannot be told apart. */
    public static Optional<Grid> of(SheetForm form, String text) {
        List<CsvRecord> records = records(text);
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<String> header =
                records.get(0).getFields().stream().map(String::strip).toList();
        boolean isKnown =
                form.columns().containsAll(header) && header.stream().distinct().count() == header.size();
        if (!isKnown || records.stream().anyMatch(record -> record.getFieldCount() > header.size())) {
            return Optional.empty();
        }
        List<Map<String, String>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            Map<String, String> cells = cells(header, record.getFields());
            if (isFilled(cells)) {
                rows.add(cells);
                lines.add((int) record.getStartingLineNumber());
            }
        }
        return Optional.of(new Grid(form, header, rows, lines));
    }

    private static List<CsvRecord> records(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(content)) {
            return reader.stream().toList();
        } catch (CsvParseException | IOException e) {
            return List.of();
        }
    }

    private static Map<String, String> cells(List<String> columns, List<String> values) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            cells.put(columns.get(i), oneLine(values.get(i)));
        }
        return cells;
    }

    /** A cell with a line end would move the lines of all rows below it. */
    private static String oneLine(String cell) {
        return cell.replaceAll("\\s+", " ").strip();
    }

    private static boolean isFilled(Map<String, String> row) {
        return row.values().stream().anyMatch(cell -> !cell.isEmpty());
    }

    public SheetForm form() {
        return form;
    }

    /** Cells by column; a column that a row does not have is not there. */
    public List<Map<String, String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** The line of its file on which a row stands. */
    public int line(int row) {
        return lines.isEmpty() ? row + FIRST_LINE : lines.get(row);
    }

    /** The same sheet with other rows; what is wholly empty is left out. */
    public Grid with(List<Map<String, String>> others) {
        List<Map<String, String>> filled = new ArrayList<>();
        others.forEach(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            form.columns().forEach(column -> {
                String cell = oneLine(row.getOrDefault(column, ""));
                if (!cell.isEmpty()) {
                    cells.put(column, cell);
                }
            });
            if (!cells.isEmpty()) {
                filled.add(cells);
            }
        });
        return new Grid(form, header, filled, List.of());
    }

    public Grid adding(List<Map<String, String>> more) {
        return with(Stream.concat(rows.stream(), more.stream()).toList());
    }

    /**
     * Rows as they are copied out of a spreadsheet, separated by tabs, or as lines of the file; a first line with the names of columns says
     * which these are, else they are all columns of the sheet in their order.
     */
    public List<Map<String, String>> pasted(String text) {
        boolean isCsv = text.indexOf('\t') < 0;
        List<List<String>> lines = isCsv
                ? records(text).stream().map(CsvRecord::getFields).toList()
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> List.of(line.split("\t", -1)))
                        .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> first = lines.get(0).stream()
                .map(cell -> cell.strip().replace(' ', '_'))
                .toList();
        boolean isHeader = form.columns().containsAll(first);
        return lines.subList(isHeader ? 1 : 0, lines.size()).stream()
                .map(line -> cells(isHeader ? first : form.columns(), line))
                .filter(Grid::isFilled)
                .toList();
    }

    /** The columns of the text: those that the file has, and any other that is filled in somewhere. */
    private List<String> written() {
        return form.columns().stream()
                .filter(column -> header.contains(column)
                        || rows.stream()
                                .anyMatch(row -> !row.getOrDefault(column, "").isEmpty()))
                .toList();
    }

    /** As a mapping file. */
    public String text() {
        List<String> columns = written();
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        rows.forEach(row -> text.append(line(columns, row)).append('\n'));
        return text.toString();
    }

    private static String line(List<String> columns, Map<String, String> row) {
        return columns.stream()
                .map(column -> quoted(row.getOrDefault(column, "")))
                .collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\n\r]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** One row in all its columns: the same content has the same. */
    public String content(Map<String, String> row) {
        return line(form.columns(), row);
    }

    /** What a row is for, and from when: of two with the same, one takes the place of the other. */
    public String key(Map<String, String> row) {
        return form.fields().stream()
                .filter(field -> field.narrows() || field.name().equals("effective_from"))
                .map(field -> row.getOrDefault(field.name(), ""))
                .map(cell -> cell.equals("*") ? "" : cell)
                .collect(Collectors.joining("\n"));
    }
}
