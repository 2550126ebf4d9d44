package centrasage.settlements.adyen;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.file.Tally;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.LineReader;
import centrasage.settlements.read.OpenedFile;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.Table;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads Adyen's Settlement Details report; a batch is proven when all its lines come to nothing, its payouts among them. */
public final class AdyenReader implements SettlementReader {
    private final Map<String, LineKind> told;

    /** @param told what people have said of types that are not known here, by the type in lower case */
    public AdyenReader(Map<String, LineKind> told) {
        this.told = Map.copyOf(told);
    }

    @Override
    public String psp() {
        return AdyenLines.PSP;
    }

    @Override
    public boolean reads(Head head) {
        return head.isSpreadsheet()
                ? head.name().toLowerCase(Locale.ROOT).contains("settlement_detail")
                        || AdyenColumns.areIn(new Header(1, head.firstRow()))
                : AdyenColumns.areIn(Header.ofLine(head.firstLine(), ','));
    }

    @Override
    public Optional<Fault> nearly(Head head) {
        return Stream.of(';', '\t').anyMatch(other -> AdyenColumns.areIn(Header.ofLine(head.firstLine(), other)))
                ? Optional.of(Fault.ofBatch(
                        "it is Adyen's with another separator than a comma",
                        "Have it made with commas, and do not open and save it in a spreadsheet"))
                : Optional.empty();
    }

    @Override
    public List<Batch> read(Source source, Consumer<SettlementLine> lines) throws IOException, UnreadableFile {
        try (Rows rows = OpenedFile.rows(source, ',')) {
            Cells first = rows.next();
            if (first == null) {
                throw new UnreadableFile(Fault.ofBatch("it is empty", "Download the file from Adyen again"));
            }
            Header header = new Header(first.line(), first.values());
            LineReader reader = new AdyenLines(AdyenColumns.of(header), told);
            CarriedBalances carried = new CarriedBalances();
            Table table = new Table(header, reader, line -> {
                carried.see(line);
                lines.accept(line);
            });
            return table.readSome(rows, "download the file from Adyen again").stream()
                    .map(tally -> proven(tally, carried))
                    .toList();
        }
    }

    private static Batch proven(Tally tally, CarriedBalances carried) {
        carried.tell(tally);
        Money sum = new Money(tally.sum(), tally.key().currency());
        if (!sum.isZero() && !tally.isFaulty()) {
            tally.add(Fault.ofBatch(
                    "its lines come to " + sum + " together with what was paid out, and must come to nothing",
                    "Lines are missing or were changed: download the file from Adyen again"));
        }
        return tally.batch();
    }
}
