package centrasage.settlements.statement;

import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.CsvRows;
import centrasage.settlements.read.Encoding;
import centrasage.settlements.read.Head;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A plain CSV: account, date (2026-11-30), amount (below zero went out), currency and text. */
final class StatementCsv {
    private static final String[] COLUMNS = {"account", "date", "amount", "currency", "text"};

    private StatementCsv() {}

    static boolean isOne(Head head) {
        return !head.isSpreadsheet() && Header.ofLine(head.firstLine(), ',').has(COLUMNS);
    }

    static List<StatementLine> read(Source source) throws IOException, UnreadableFile {
        try (Rows rows = CsvRows.of(source, ',', Encoding.UTF_8)) {
            Cells first = rows.next();
            if (first == null) {
                throw new UnreadableFile(Fault.ofBatch("it is empty", BankCell.AGAIN));
            }
            Header header = new Header(first.line(), first.values());
            Column account = header.required(COLUMNS[0]);
            Column date = header.required(COLUMNS[1]);
            Column amount = header.required(COLUMNS[2]);
            Column currency = header.required(COLUMNS[3]);
            Column text = header.required(COLUMNS[4]);
            List<StatementLine> lines = new ArrayList<>();
            for (Cells cells = rows.next(); cells != null; cells = rows.next()) {
                if (!cells.isBlank()) {
                    Currency known = cells.fits(header).currency(currency);
                    if (cells.text(amount).isEmpty()) {
                        throw cells.bad(amount, "is empty", BankCell.AGAIN);
                    }
                    lines.add(new StatementLine(
                            cells.needed(account),
                            cells.day(date),
                            new Money(cells.signed(amount, known), known),
                            cells.text(text)));
                }
            }
            return lines;
        } catch (BadCell e) {
            throw new UnreadableFile(e.fault().with(BankCell.AGAIN));
        }
    }
}
