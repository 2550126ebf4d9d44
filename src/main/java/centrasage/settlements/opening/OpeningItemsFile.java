package centrasage.settlements.opening;

import centrasage.flow.Sha256;
import centrasage.money.Money;
import centrasage.settlements.file.Fault;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import centrasage.settlements.read.Column;
import centrasage.settlements.read.CsvRows;
import centrasage.settlements.read.Encoding;
import centrasage.settlements.read.Header;
import centrasage.settlements.read.Rows;
import centrasage.settlements.read.Source;
import centrasage.settlements.read.UnreadableFile;
import centrasage.sync.ledger.ClearingEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code opening-items.csv}: a line for each receipt or refund that stood in a clearing bank at the cut-over, with the columns order,
 * reference, date, amount (below zero is a refund), currency and clearing_bank, company where there are more than one, and base_value for banks
 * of another currency than the company's: what Sage holds it with, with the sign of the amount.
 */
final class OpeningItemsFile {
    private static final String AGAIN =
            "Mend the file: days as 2026-11-23, amounts as 1250.00 or -1250.00, references as the provider writes them, separated by"
                    + " commas and saved as UTF-8. Nothing of it is taken until all of it can be read";

    /** Sage has two decimals of every company's own currency. */
    private static final Currency PENNIES = Currency.getInstance("GBP");

    private static final String[] NAMES = {
        "order", "reference", "date", "amount", "currency", "clearing_bank", "company", "base_value"
    };

    private static final int FAULTS_MAX = 20;
    private static final int HASH = 40;
    private static final int COMPANY_MAX = 10;
    private static final int BANK_MAX = 8;
    private static final int ORDER_MAX = 60;
    private static final int REFERENCE_MAX = 255;

    private final String company;
    private final Map<String, Integer> equal = new HashMap<>();

    private final List<Fault> faults = new ArrayList<>();

    /** @param company of lines that name none */
    OpeningItemsFile(String company) {
        this.company = company;
    }

    private record Columns(
            Column order,
            Column reference,
            Column date,
            Column amount,
            Column currency,
            Column bank,
            Column company,
            Column base) {
        static Columns of(Header header) throws UnreadableFile {
            return new Columns(
                    header.required("order"),
                    header.required("reference"),
                    header.required("date"),
                    header.required("amount"),
                    header.required("currency"),
                    header.required("clearing_bank"),
                    header.optional("company"),
                    header.optional("base_value"));
        }
    }

    /** @throws UnreadableFile with the first lines that cannot be read exactly: then nothing of the file is taken */
    List<ClearingEntry> read(Source source) throws IOException, UnreadableFile {
        try (Rows rows = CsvRows.of(source, ',', Encoding.UTF_8)) {
            Cells first = rows.next();
            if (first == null) {
                throw new UnreadableFile(Fault.ofBatch("it is empty", AGAIN));
            }
            Header header = new Header(first.line(), first.values());
            List<String> others = header.others(NAMES);
            if (!others.isEmpty()) {
                throw new UnreadableFile(Fault.ofBatch(
                        "it has the column " + String.join(", ", others) + ", which is none of its columns",
                        "Columns are " + String.join(", ", NAMES) + ": correct its name, or remove it"));
            }
            Columns columns = Columns.of(header);
            List<ClearingEntry> entries = entries(rows, header, columns);
            if (!faults.isEmpty()) {
                throw new UnreadableFile(Fault.ofBatch(Fault.sentence(faults, FAULTS_MAX), AGAIN));
            }
            return entries;
        } catch (UnreadableFile e) {
            throw new UnreadableFile(e.fault().with(AGAIN));
        }
    }

    private List<ClearingEntry> entries(Rows rows, Header header, Columns columns) throws IOException, UnreadableFile {
        List<ClearingEntry> entries = new ArrayList<>();
        for (Cells cells = rows.next(); cells != null; cells = rows.next()) {
            if (!cells.isBlank()) {
                try {
                    entries.add(entry(cells.fits(header), columns));
                } catch (BadCell e) {
                    faults.add(e.fault());
                }
            }
        }
        return entries;
    }

    private ClearingEntry entry(Cells cells, Columns columns) throws BadCell {
        Currency currency = cells.currency(columns.currency());
        BigDecimal amount = cells.signed(columns.amount(), currency);
        if (amount.signum() == 0) {
            throw cells.bad(columns.amount(), "is nothing: remove the line", AGAIN);
        }
        String bank = cells.needed(columns.bank());
        fits(cells, columns.bank(), bank, BANK_MAX);
        String order = cells.needed(columns.order());
        fits(cells, columns.order(), order, ORDER_MAX);
        String reference = cells.reference(columns.reference());
        fits(cells, columns.reference(), reference, REFERENCE_MAX);
        LocalDate date = cells.day(columns.date());
        String named = cells.text(columns.company());
        fits(cells, columns.company(), named, COMPANY_MAX);
        String where = named.isEmpty() ? company : named;
        ClearingEntry.Origin origin =
                amount.signum() < 0 ? ClearingEntry.Origin.OPENING_REFUND : ClearingEntry.Origin.OPENING_RECEIPT;
        Money value = new Money(amount.abs(), currency);
        String whole = String.join("\n", where, bank, order, reference, date.toString(), origin + " " + value);
        int time = equal.merge(whole, 1, Integer::sum);
        String key = "opening/" + Sha256.hex(whole + "\n" + time).substring(0, HASH);
        return new ClearingEntry(
                0, where, bank, origin, key, order, reference, date, value, "", base(cells, columns.base(), amount));
    }

    private static @Nullable BigDecimal base(Cells cells, Column column, BigDecimal amount) throws BadCell {
        if (cells.text(column).isEmpty()) {
            return null;
        }
        BigDecimal base = cells.signed(column, PENNIES);
        if (base.signum() != amount.signum()) {
            throw cells.bad(column, "has not the sign of the amount, or is nothing", AGAIN);
        }
        return base.abs();
    }

    private static void fits(Cells cells, Column column, String value, int most) throws BadCell {
        if (value.length() > most) {
            throw cells.bad(column, "is longer than " + most + " characters", AGAIN);
        }
    }
}
