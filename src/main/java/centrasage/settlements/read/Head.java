package centrasage.settlements.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * By what the kind of a file is told.
 *
 * @param name of the file
 * @param text its first lines, read as UTF-8 whatever they are
 * @param firstRow of the first sheet of a workbook; empty of all else
 */
public record Head(String name, String text, List<String> firstRow) {
    private static final int BYTES = 8 * 1024;
    private static final String SPREADSHEET = "PK\u0003\u0004";

    /** Of a text file. */
    public Head(String name, String text) {
        this(name, text, List.of());
    }

    public static Head of(Source source) throws IOException {
        try (InputStream bytes = source.open()) {
            byte[] start = bytes.readNBytes(BYTES);
            boolean wide = start.length > 1 && ((start[0] & 0xFF) >= 0xFE && (start[1] & 0xFF) >= 0xFE);
            String text = new String(start, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            return new Head(source.name(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    /** With the first row of a workbook, for which all of it is read; without where it is damaged or too large. */
    static Head withFirstRow(Source source) throws IOException {
        Head head = of(source);
        return head.isSpreadsheet() ? new Head(head.name(), head.text(), firstRow(source)) : head;
    }

    private static List<String> firstRow(Source source) throws IOException {
        try (Rows rows = SheetRows.of(source)) {
            Cells first = rows.next();
            return first == null ? List.of() : first.values();
        } catch (UnreadableFile e) {
            return List.of();
        }
    }

    /** Nothing but blank lines, if any. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** Of Excel: a ZIP file. */
    public boolean isSpreadsheet() {
        return text.startsWith(SPREADSHEET);
    }

    public String firstLine() {
        return text.lines().findFirst().orElse("");
    }
}
