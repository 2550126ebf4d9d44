package centrasage.sage200.client.ledger;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.BankRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Money that leaves a bank for a nominal account, or comes from one, as PostOnce writes it: found in the bank by both references, posted by
 * one POST. What it is for, and where that is mapped, its kinds say.
 */
public abstract class BankEntryTarget implements Target {
    private SageCashBook cashBook;
    private SiteReader sites;
    private Banks banks;
    private TransactionDates dates;

    @SuppressWarnings("NullAway.Init")
    protected BankEntryTarget() {}

    protected BankEntryTarget(SageCashBook cashBook, SiteReader sites, Banks banks, TransactionDates dates) {
        this.cashBook = cashBook;
        this.sites = sites;
        this.banks = banks;
        this.dates = dates;
    }

    /** What it is, in the middle of a sentence: {@code what a gift card paid for order C10234}. */
    protected abstract String subject(BankEntry entry);

    /** Why its bank is not there. */
    protected abstract Missing bank();

    /** Why its tax code is not there. */
    protected abstract Missing taxCode();

    /** What Sage lacks, and where it is mapped or made. */
    public record Missing(String code, String remedy) {}

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        String company = sought.get(0).key().company();
        List<String> references = sought.stream()
                .flatMap(one -> reference(one).stream())
                .distinct()
                .toList();
        Map<String, List<BankRow>> there = cashBook.find(company, references);
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            Command command = one.command();
            findings.put(
                    one.key(),
                    command.isErased()
                            ? new Finding.Undecidable("what it was is erased")
                            : judge(
                                    BankEntryJson.read(command.document()),
                                    there.getOrDefault(reference(one).orElseThrow(), List.of())));
        }
        return findings;
    }

    private static Optional<String> reference(Sought sought) {
        return sought.command().isErased()
                ? Optional.empty()
                : Optional.of(BankEntryJson.read(sought.command().document()).reference());
    }

    private Finding judge(BankEntry entry, List<BankRow> under) throws TargetUnavailable {
        Optional<Banks.Bank> bank = banks.bank(entry.company(), entry.bank());
        List<BankRow> ours = under.stream()
                .filter(row -> bank.isPresent() && row.carries(bank.get().id(), entry))
                .toList();
        if (ours.size() > 1) {
            return new Finding.Several(
                    ours.stream().map(row -> document(row, entry)).toList());
        }
        return ours.isEmpty() ? absent(entry) : judge(entry, ours.get(0));
    }

    private static Document document(BankRow row, BankEntry entry) {
        return row.document(entry.value().currency());
    }

    private Finding judge(BankEntry entry, BankRow row) {
        boolean isOurs = !row.isOfPurchases()
                && row.value().abs().compareTo(entry.value().amount()) == 0
                && (row.value().signum() < 0) == (entry.way() == BankEntry.Way.PAYMENT);
        if (!isOurs) {
            return new Finding.Different(List.of(document(row, entry)), otherContent(entry, row));
        }
        boolean isOfItsDay = row.date() == null || row.date().equals(entry.date());
        return new Finding.Found(document(row, entry), isOfItsDay ? null : otherDay(entry, row));
    }

    private Reason otherContent(BankEntry entry, BankRow row) {
        return reason(
                "OTHER_ENTRY_UNDER_KEY",
                entry,
                "has a transaction " + row.urn() + " of " + row.value() + " of " + row.date()
                        + " under the same references" + (row.isOfPurchases() ? ", booked to a supplier account" : ""),
                "Compare both in the bank " + entry.bank()
                        + ": if the transaction is this one, resolve this; if it is wrong, reverse it there, then plan again");
    }

    private Reason otherDay(BankEntry entry, BankRow row) {
        return new Reason(
                "DATE_DIFFERS",
                Owner.FINANCE,
                "Sage 200 transaction " + row.urn() + " in the bank " + entry.bank() + ", " + subject(entry)
                        + ", was there already and is of " + row.date() + "; planned was " + entry.date(),
                "Nothing where the day in Sage 200 is right; else reverse the transaction there and enter it again with its day");
    }

    private Finding absent(BankEntry entry) throws TargetUnavailable {
        List<Reason> missing = missing(entry, sites.read(entry.company()));
        return missing.isEmpty() ? new Finding.Absent() : new Finding.Blocked(missing);
    }

    private List<Reason> missing(BankEntry entry, Site site) throws TargetUnavailable {
        List<Reason> missing = new ArrayList<>();
        if (banks.bank(entry.company(), entry.bank()).isEmpty()) {
            missing.add(reason(bank().code(), entry, "has no bank " + entry.bank(), bank().remedy()));
        }
        if (!site.taxCodes().containsKey(entry.taxCode())) {
            missing.add(reason(
                    taxCode().code(),
                    entry,
                    "has no tax code " + entry.taxCode(),
                    taxCode().remedy()));
        }
        banks.bank(entry.company(), entry.bank())
                .filter(bank -> !bank.isOf(entry.value().currency()))
                .ifPresent(bank -> missing.add(reason(
                        "BANK_CURRENCY",
                        entry,
                        "keeps the bank " + entry.bank() + " in " + bank.currency(),
                        "Correct the banks of this currency in the mappings, then plan again")));
        dates.objection(TransactionDates.Ledger.CASH_BOOK, entry.company(), entry.date())
                .ifPresent(words -> missing.add(reason(
                        "PERIOD_CLOSED",
                        entry,
                        "takes nothing of " + entry.date() + " in the cash book (" + words + ")",
                        "Open the period in Sage 200; it is tried again by itself")));
        return missing;
    }

    private Reason reason(String code, BankEntry entry, String what, String remedy) {
        return new Reason(
                code,
                Owner.FINANCE,
                "Sage 200 company " + entry.company() + " " + what + ", so " + subject(entry) + ", " + entry.value()
                        + ", cannot be entered in the bank " + entry.bank(),
                remedy);
    }

    /** One POST. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            BankEntry entry = BankEntryJson.read(command.document());
            Site site = sites.read(entry.company());
            Optional<Banks.Bank> bank = banks.bank(entry.company(), entry.bank());
            Site.TaxCode taxCode = site.taxCodes().get(entry.taxCode());
            return bank.isEmpty()
                            || taxCode == null
                            || !bank.get().isOf(entry.value().currency())
                    ? Outcome.Refused.forNow(missing(entry, site))
                    : dates.learned(
                            cashBook.post(entry, bank.get(), taxCode.id()),
                            TransactionDates.Ledger.CASH_BOOK,
                            entry.company(),
                            entry.date());
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** An entry of a bank is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a bank entry leaves no draft, and none was found: " + draft.id());
    }
}
