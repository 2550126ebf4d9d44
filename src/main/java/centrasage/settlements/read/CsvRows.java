package centrasage.settlements.read;

import centrasage.settlements.file.Fault;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a text file, with the separator of its provider; a byte order mark is not seen. */
public final class CsvRows implements Rows {
    /** Longer than any row is; a quote that is never closed must not take the rest of the file for one cell. */
    private static final int CELL_MAX = 64 * 1024;

    private static final Pattern STARTED = Pattern.compile("line (\\d+)");

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    private CsvRows(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    public static CsvRows of(Source source, char separator, Encoding encoding) throws IOException {
        return new CsvRows(CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(CELL_MAX)
                .ofCsvRecord(encoding.reader(source)));
    }

    @Override
    public @Nullable Cells next() throws IOException, UnreadableFile {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            return new Cells(record.getStartingLineNumber(), record.getFields());
        } catch (CsvParseException e) {
            throw new UnreadableFile(tooLong(String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new UnreadableFile(Fault.ofBatch(
                        "it holds bytes that are no text in the encoding of its provider",
                        "Download the file from the provider again, and do not open and save it in a spreadsheet"));
            }
            throw e.getCause();
        }
    }

    /** The library fails of nothing else, and says the line only in its words. */
    private static Fault tooLong(String message) {
        Matcher line = STARTED.matcher(message);
        return Fault.ofLine(
                line.find() ? Long.parseLong(line.group(1)) : 0,
                "a cell is longer than " + CELL_MAX
                        + " characters, perhaps by a quote that is never closed, or there are thousands of cells",
                "Download the file from the provider again, and do not open and save it in a spreadsheet");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
