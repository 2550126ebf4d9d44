package centrasage.settlements.paypal;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.CsvRows;
import centrasage.settlements.read.Encoding;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads PayPal's Settlement Report, with commas or tabs; each section of it is a batch in each of its currencies, proven by its footers.
 *
 * <p>A batch is called by the day on which its section begins, as the file has it, for instance {@code 2026-11-23}. PayPal parts a day of
 * very many rows into several files: those after the first have their number behind the day, {@code 2026-11-23.02}, from the record FH or,
 * where there is none, from the file's name.
 */
public final class PaypalReader implements SettlementReader {
    private static final Set<String> FIRST = Set.of("RH", "FH", "SH");

    private final Map<String, LineKind> told;
    private final Set<String> uncounted;

    /** @param told what people have said of codes that are not known here, by the code in lower case */
    public PaypalReader(Map<String, LineKind> told) {
        this(told, Set.of());
    }

    /** @param uncounted those of the records SC, RC and FF of which people have said that they count something else than rows */
    public PaypalReader(Map<String, LineKind> told, Set<String> uncounted) {
        this.told = Map.copyOf(told);
        this.uncounted = Set.copyOf(uncounted);
    }

    @Override
    public String psp() {
        return PaypalLines.PSP;
    }

    @Override
    public boolean reads(Head head) {
        return FIRST.contains(cells(head.firstLine()).get(0))
                && head.text()
                        .lines()
                        .map(PaypalReader::cells)
                        .filter(cells -> cells.get(0).equals("CH"))
                        .findFirst()
                        .map(cells -> PaypalColumns.areIn(new Header(1, cells)))
                        .orElse(true);
    }

    private static List<String> cells(String line) {
        return List.of(line.replace("\"", "").toUpperCase(Locale.ROOT).split(String.valueOf(separator(line)), -1));
    }

    private static char separator(String line) {
        return line.indexOf('\t') >= 0 ? '\t' : ',';
    }

    @Override
    public List<Batch> read(Source source, Consumer<SettlementLine> lines) throws IOException, UnreadableFile {
        char separator = separator(Head.of(source).firstLine());
        PaypalFile file = new PaypalFile(source.name(), told, lines);
        try (Rows rows = CsvRows.of(source, separator, Encoding.UTF_8)) {
            for (Cells cells = rows.next(); cells != null; cells = rows.next()) {
                if (!cells.isBlank()) {
                    file.take(cells);
                }
            }
        }
        return file.batches(uncounted);
    }
}
