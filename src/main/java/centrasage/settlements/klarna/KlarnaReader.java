package centrasage.settlements.klarna;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.SettlementReader;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads Klarna's settlement report as CSV: one payout, its totals in two lines before its transactions, or not at all. */
public final class KlarnaReader implements SettlementReader {
    /** The header of the totals and their values. */
    private static final int TOTALS = 2;

    private final KlarnaSettings settings;

    public KlarnaReader(KlarnaSettings settings) {
        this.settings = settings;
    }

    @Override
    public String psp() {
        return KlarnaLines.PSP;
    }

    @Override
    public boolean reads(Head head) {
        return KlarnaText.isIn(head);
    }

    @Override
    public List<Batch> read(Source source, Consumer<SettlementLine> lines) throws IOException, UnreadableFile {
        try (Rows rows = KlarnaText.of(source).rows(source)) {
            List<Cells> before = new ArrayList<>();
            Header header = header(rows, before);
            KlarnaColumns columns = KlarnaColumns.of(KlarnaForm.CSV, header);
            KlarnaBatches batches = new KlarnaBatches(settings, lines);
            KlarnaLines.Payouts payouts =
                    before.isEmpty() ? unknown(source.name(), columns) : known(totals(before), batches);
            return read(rows, header, batches, new KlarnaLines(KlarnaForm.CSV, columns, settings, payouts));
        }
    }

    private static List<Batch> read(Rows rows, Header header, KlarnaBatches batches, KlarnaLines reader)
            throws IOException, UnreadableFile {
        List<Batch> read = batches.read(rows, header, reader);
        if (read.isEmpty()) {
            throw new UnreadableFile(
                    Fault.ofBatch("it has neither totals nor transactions", "Download the file from Klarna again"));
        }
        return read;
    }

    /** @param before is given what stands before it */
    private static Header header(Rows rows, List<Cells> before) throws IOException, UnreadableFile {
        for (Cells cells = rows.next(); cells != null; cells = rows.next()) {
            Header header = new Header(cells.line(), cells.values());
            if (KlarnaColumns.areIn(header)) {
                return header;
            }
            if (!cells.isBlank()) {
                before.add(cells);
            }
            if (before.size() > TOTALS) {
                throw noTotals(cells);
            }
        }
        throw new UnreadableFile(Fault.ofBatch("it has no transactions", "Download the file from Klarna again"));
    }

    private static UnreadableFile noTotals(Cells cells) {
        return new UnreadableFile(Fault.ofLine(
                cells.line(),
                "before the transactions stands something else than the totals of one payout in two lines",
                "Make a settlement report of one payout, and download it from Klarna again"));
    }

    private static KlarnaPayout totals(List<Cells> before) throws UnreadableFile {
        if (before.size() < TOTALS) {
            throw noTotals(before.get(0));
        }
        Cells names = before.get(0);
        return KlarnaPayout.of(KlarnaForm.CSV, new Header(names.line(), names.values()), before.get(1));
    }

    private static KlarnaLines.Payouts known(KlarnaPayout payout, KlarnaBatches batches) {
        batches.add(payout);
        return new KlarnaLines.Payouts() {
            @Override
            public SettlementKey key(Cells cells) {
                return payout.key();
            }

            @Override
            public @Nullable LocalDate day(SettlementKey key) {
                return batches.day(key);
            }
        };
    }

    /** Without totals the rows say the currency, and only the name of the file says the rest. */
    private KlarnaLines.Payouts unknown(String name, KlarnaColumns columns) throws UnreadableFile {
        Matcher named = settings.fileName().matcher(name);
        if (!named.matches()
                || named.group("account").isBlank()
                || named.group("batch").isBlank()) {
            throw new UnreadableFile(Fault.ofBatch(
                    "it has no totals, and its name says no merchant id and payment reference",
                    "Switch the totals on in Klarna's Report Configurator and make the file again, or name it after"
                            + " the pattern "
                            + settings.fileName()));
        }
        return new KlarnaLines.Payouts() {
            @Override
            public SettlementKey key(Cells cells) throws BadCell {
                return new SettlementKey(
                        KlarnaLines.PSP,
                        named.group("account"),
                        named.group("batch"),
                        cells.currency(columns.currency()));
            }

            @Override
            public @Nullable LocalDate day(SettlementKey key) {
                return null;
            }
        };
    }
}
