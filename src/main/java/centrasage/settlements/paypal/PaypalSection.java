package centrasage.settlements.paypal;

import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.UnreadableFile;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One section while it is read: its currencies, and what is wrong with all of them because nobody can say whose it is. */
final class PaypalSection {
    private static final int FAULTS_MAX = 20;

    private final String account;
    private final String batch;
    private final PaypalPeriod period;
    private final Map<Currency, PaypalBalance> balances = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<PaypalCount> counts = new ArrayList<>();
    private @Nullable Header header;
    private @Nullable PaypalColumns columns;
    private @Nullable PaypalLines reader;
    private long rows;

    PaypalSection(String account, String batch, PaypalPeriod period) {
        this.account = account;
        this.batch = batch;
        this.period = period;
    }

    /** Two sections of one day would be one batch with two footers. */
    PaypalSection beginsAgain(Cells head) {
        add(Fault.ofLine(
                head.line(),
                "is a second section of account " + account + " and day " + batch,
                "Ask PayPal for one file with one section of this day"));
        return this;
    }

    /** @throws UnreadableFile when one that is needed is missing */
    void columns(Cells cells, Map<String, LineKind> told) throws UnreadableFile {
        header = new Header(cells.line(), cells.values());
        columns = PaypalColumns.of(header);
        reader = new PaypalLines(account, batch, columns, told);
    }

    /** @throws UnreadableFile when nothing says what its cells are */
    void row(Cells cells, Consumer<SettlementLine> lines) throws UnreadableFile {
        if (header == null || columns == null || reader == null) {
            throw new UnreadableFile(Fault.ofLine(
                    cells.line(),
                    "is a row of a section without column headers",
                    "Download the file from PayPal again"));
        }
        rows++;
        try {
            SettlementKey key = reader.key(cells.fits(header));
            balance(key.currency()).take(reader, cells, lines);
            period.take(cells, columns);
        } catch (BadCell e) {
            add(e.fault());
        }
    }

    private PaypalBalance balance(Currency currency) {
        return balances.computeIfAbsent(
                currency, each -> new PaypalBalance(new SettlementKey(PaypalLines.PSP, account, batch, each)));
    }

    void footer(Cells cells) {
        try {
            balance(PaypalFooter.currency(cells)).foot(cells);
        } catch (BadCell e) {
            add(e.fault());
        }
    }

    void count(Cells cells) {
        counts.add(PaypalCount.of(cells));
    }

    void add(Fault fault) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(fault);
        }
    }

    long rows() {
        return rows;
    }

    /** @throws UnreadableFile when something is wrong and there is no batch that could say so */
    List<Batch> batches(Set<String> uncounted) throws UnreadableFile {
        counts.forEach(count -> count.faults(rows, uncounted).forEach(this::add));
        period.faults().forEach(this::add);
        if (balances.isEmpty() && counts.isEmpty()) {
            add(Fault.ofBatch(
                    "the section of account " + account + " and day " + batch
                            + " has neither rows nor footers nor their count",
                    "The file is cut off or was changed: download it from PayPal again"));
        }
        if (balances.isEmpty() && !faults.isEmpty()) {
            throw new UnreadableFile(faults.get(0));
        }
        return balances.values().stream().map(balance -> balance.batch(faults)).toList();
    }
}
