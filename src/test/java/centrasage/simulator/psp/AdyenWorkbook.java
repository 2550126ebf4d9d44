package centrasage.simulator.psp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Adyen's Settlement Details report as an Excel workbook: amounts are numbers, days are days, and references are texts. */
public final class AdyenWorkbook {
    private static final Set<String> DAYS = Set.of("Creation Date", "Booking Date");

    private AdyenWorkbook() {}

    public static byte[] of(List<PspBatch> batches) {
        return written(table(batches));
    }

    /** The cells of all rows, the header first: to be damaged before they are written. */
    public static List<List<String>> table(List<PspBatch> batches) {
        List<List<String>> table = new ArrayList<>();
        table.add(AdyenFile.HEADER);
        batches.forEach(batch -> batch.events().forEach(event -> table.add(AdyenFile.row(batch, event))));
        return table;
    }

    public static byte[] written(List<List<String>> table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Harbour", "1.0")) {
            book.setCompressionLevel(1);
            Worksheet sheet = book.newWorksheet("data");
            for (int row = 0; row < table.size(); row++) {
                write(sheet, row, table.get(row));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String name = i < AdyenFile.HEADER.size() ? AdyenFile.HEADER.get(i) : "";
            if (row > 0 && (name.endsWith("C)") || name.equals("Exchange Rate")) && isNumber(cells.get(i))) {
                sheet.value(row, i, new BigDecimal(cells.get(i)));
            } else if (row > 0 && DAYS.contains(name) && isDay(cells.get(i))) {
                sheet.value(row, i, LocalDateTime.parse(cells.get(i), AdyenFile.TIME));
                sheet.style(row, i).format("yyyy-mm-dd hh:mm:ss").set();
            } else if (!cells.get(i).isEmpty()) {
                sheet.value(row, i, cells.get(i));
            }
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private static boolean isDay(String text) {
        return text.matches("\\d{4}-(0[1-9]|1[0-2])-([01]\\d|2[0-8]) ([01]\\d|2[0-3])(:[0-5]\\d){2}");
    }
}
