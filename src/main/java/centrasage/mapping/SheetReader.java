package centrasage.mapping;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one mapping file and collects what is wrong with it, line by line. */
final class SheetReader {
    private static final String FROM = SheetHeader.FROM;
    private static final String TO = SheetHeader.TO;

    private final Sheet sheet;
    private final List<MappingFault> faults;
    private final Map<List<String>, List<Row>> seen = new HashMap<>();
    private List<String> header = List.of();

    SheetReader(Sheet sheet, List<MappingFault> faults) {
        this.sheet = sheet;
        this.faults = faults;
    }

    /** The rows that can be used; the faults of the others were added to the list. */
    List<Row> read(String text) {
        List<CsvRecord> records = records(text);
        if (records.isEmpty() || !headerIsGood(records.get(0))) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            int faultsBefore = faults.size();
            Row row = row(record);
            if (faults.size() == faultsBefore && isNew(row)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<CsvRecord> records(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(content)) {
            List<CsvRecord> records = reader.stream().toList();
            if (records.isEmpty()) {
                faults.add(MappingFault.ofFile(
                        sheet.file(), "is empty; expected the header " + new SheetHeader(sheet, faults).expected()));
            }
            return records;
        } catch (CsvParseException | java.io.IOException e) {
            faults.add(MappingFault.ofFile(sheet.file(), "is not a CSV file: " + e.getMessage()));
            return List.of();
        }
    }

    private boolean headerIsGood(CsvRecord record) {
        header = record.getFields().stream().map(String::strip).toList();
        return new SheetHeader(sheet, faults).isGood(header);
    }

    private Row row(CsvRecord record) {
        int line = (int) record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            faults.add(MappingFault.ofLine(
                    sheet.file(),
                    line,
                    "has " + record.getFieldCount() + " cells where the header has " + header.size()));
        }
        Map<String, String> cells = cells(record);
        sheet.columns().forEach(column -> check(column, cells.getOrDefault(column.name(), ""), line));
        LocalDate from = date(FROM, cells, line);
        LocalDate to = date(TO, cells, line);
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(new MappingFault(sheet.file(), line, TO, to.toString(), "lies before effective_from " + from));
        }
        Row row = new Row(sheet, line, cells, from, to);
        if (sheet == Sheet.BUFFERS) {
            faults.addAll(new BufferChecks(row).faults());
        }
        return row;
    }

    private Map<String, String> cells(CsvRecord record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), record.getFieldCount()); i++) {
            String cell = record.getField(i).strip();
            cells.put(header.get(i), cell.equals("*") ? "" : normal(header.get(i), cell));
        }
        return cells;
    }

    /** 20, 20.0 and 20.00 are one rate. */
    private String normal(String column, String cell) {
        boolean rate = column.equals("rate")
                && sheet.column(column).stream().anyMatch(it -> it.fits().test(cell));
        if (!rate || cell.isEmpty()) {
            return cell;
        }
        BigDecimal value = new BigDecimal(cell);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private void check(Column column, String cell, int line) {
        column.faultOf(cell)
                .ifPresent(remedy -> faults.add(new MappingFault(sheet.file(), line, column.name(), cell, remedy)));
    }

    private @Nullable LocalDate date(String column, Map<String, String> cells, int line) {
        String cell = cells.getOrDefault(column, "");
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeException e) {
            faults.add(new MappingFault(sheet.file(), line, column, cell, "expected a date such as 2026-11-01"));
            return null;
        }
    }

    private boolean isNew(Row row) {
        List<Row> same = seen.computeIfAbsent(row.scope(), scope -> new ArrayList<>());
        for (Row other : same) {
            if (row.overlaps(other)) {
                faults.add(MappingFault.ofLine(
                        sheet.file(),
                        row.line(),
                        "is for the same as line " + other.line()
                                + "; remove one of them, or give them effective dates that do not overlap"));
                return false;
            }
        }
        return same.add(row);
    }
}
