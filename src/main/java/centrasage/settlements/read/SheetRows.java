package centrasage.settlements.read;

import centrasage.settlements.file.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first sheet of an Excel workbook, as a text file would have them: a number is what the sheet shows of it, and one of more
 * digits than a sheet can keep is shown with an exponent, so that nobody takes it for a reference.
 */
public final class SheetRows implements Rows {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    /** A sheet keeps 15 digits of a number. */
    private static final BigDecimal KEPT = new BigDecimal("1e15");

    /** A million rows of a settlement file are below it. */
    private static final int LARGEST = 256 << 20;

    private static final long LARGEST_UNPACKED = 2L << 30;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final ReadableWorkbook book;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private SheetRows(ReadableWorkbook book, Stream<Row> stream) {
        this.book = book;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    public static SheetRows of(Source source) throws IOException, UnreadableFile {
        byte[] workbook;
        try (InputStream bytes = source.open()) {
            workbook = bytes.readNBytes(LARGEST + 1);
        }
        if (workbook.length > LARGEST) {
            throw WorkbookBytes.tooLarge("comes", LARGEST);
        }
        try {
            ReadableWorkbook book =
                    new ReadableWorkbook(new WorkbookBytes(workbook).upTo(LARGEST_UNPACKED), WITH_FORMATS);
            return new SheetRows(book, book.getFirstSheet().openStream());
        } catch (IOException | RuntimeException e) { // the library tells damage in many ways, and all mean this
            throw damaged();
        }
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(Fault.ofBatch(
                "it is no Excel workbook that can be read: it is damaged, or cut off",
                "Download the file from the provider again, best as CSV"));
    }

    @Override
    public @Nullable Cells next() throws UnreadableFile {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            List<String> values = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                values.add(row.getOptionalCell(i).map(SheetRows::text).orElse(""));
            }
            return new Cells(row.getRowNum(), values);
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        String format = cell.getDataFormatString();
        if (format != null && format.toLowerCase(Locale.ROOT).contains("yy")) {
            LocalDateTime day = cell.asDate();
            return DAY.format(day);
        }
        BigDecimal number = BigDecimal.valueOf(cell.asNumber().doubleValue());
        return number.abs().compareTo(KEPT) >= 0 ? exponent(number) : plain(number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String exponent(BigDecimal number) {
        return String.format(Locale.ROOT, "%.14E", number);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}
