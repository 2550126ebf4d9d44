package centrasage.settlements.read;

import java.io.IOException;

/** The rows of a file, be it text or a spreadsheet. */
public final class OpenedFile {
    private OpenedFile() {}

    /** @param separator of a text file in UTF-8 */
    public static Rows rows(Source source, char separator) throws IOException, UnreadableFile {
        return Head.of(source).isSpreadsheet() ? SheetRows.of(source) : CsvRows.of(source, separator, Encoding.UTF_8);
    }
}
