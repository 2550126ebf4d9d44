package centrasage.settlements.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * By what the kind of a file is told.
 *
 * @param name of the file
 * @param text its first lines, read as UTF-8 whatever they are
 */
public record Head(String name, String text) {
    private static final int BYTES = 8 * 1024;
    private static final String SPREADSHEET = "PK\u0003\u0004";

    public static Head of(Source source) throws IOException {
        try (InputStream bytes = source.open()) {
            byte[] start = bytes.readNBytes(BYTES);
            boolean wide = start.length > 1 && ((start[0] & 0xFF) >= 0xFE && (start[1] & 0xFF) >= 0xFE);
            String text = new String(start, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            return new Head(source.name(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    /** Of Excel: a ZIP file. */
    public boolean isSpreadsheet() {
        return text.startsWith(SPREADSHEET);
    }

    public String firstLine() {
        return text.lines().findFirst().orElse("");
    }
}
