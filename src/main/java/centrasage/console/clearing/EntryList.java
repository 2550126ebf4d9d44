package centrasage.console.clearing;

import centrasage.console.frame.Address;
import centrasage.console.table.Column;
import centrasage.console.table.Listing;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receipts and refunds in a clearing bank that are open, or that people have explained; the oldest first. */
final class EntryList implements Listing<ClearingEntry> {
    private final Account account;
    private final ClearingEntries entries;
    private final ClearingWords words;

    EntryList(Account account, ClearingEntries entries, ClearingWords words) {
        this.account = account;
        this.entries = entries;
        this.words = words;
    }

    private boolean isExplained() {
        return account.show() == Account.Show.EXPLAINED;
    }

    @Override
    public String name() {
        return isExplained() ? "clearing-explained" : "clearing-open";
    }

    @Override
    public List<Column<ClearingEntry>> columns() {
        return List.of(
                Column.day("date", "Date", ClearingEntry::date),
                Column.<ClearingEntry>text("what", "What", entry -> words.origin(entry.origin())),
                Column.<ClearingEntry>number("order", "Order", ClearingEntry::order)
                        .leadingTo(entry -> "order.xhtml?number=" + entry.order()),
                Column.<ClearingEntry>number("urn", "Sage 200 urn", ClearingEntry::urn)
                        .leadingTo(entry -> "order.xhtml?number=" + entry.order()),
                Column.number("reference", "Provider's reference", ClearingEntry::reference),
                Column.amount("amount", "In the bank", ClearingEntry::effect),
                Column.<ClearingEntry>text("base", "In own currency", EntryList::base)
                        .atFirstHidden(),
                Column.<ClearingEntry>text("do", "", entry -> isExplained() ? "Take back…" : "Explain…")
                        .leadingTo(entry -> account.here().with("entry", entry.id()) + "#ask"));
    }

    private static @Nullable String base(ClearingEntry entry) {
        return entry.base() == null ? null : entry.base().toPlainString();
    }

    @Override
    public List<ClearingEntry> rows(int from, int count) {
        return entries.page(account.company(), account.bank(), isExplained(), from, count);
    }

    @Override
    public Address here() {
        return account.here();
    }

    @Override
    public String whenEmpty() {
        return isExplained()
                ? "Receipts and refunds of which people have said what became are listed here. There are none."
                : "Receipts that no payout has settled, and refunds that none has taken off, are listed here. There are none: all is paid out.";
    }
}
