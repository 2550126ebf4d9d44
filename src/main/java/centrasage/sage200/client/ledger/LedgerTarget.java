package centrasage.sage200.client.ledger;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.LedgerEntry;
import centrasage.sage200.ledger.NewEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of Sage 200's sales ledger, as PostOnce writes them: found by both their references, posted by one POST. */
public abstract class LedgerTarget<E extends NewEntry> implements Target {
    private SageLedger ledger;
    private SiteReader sites;
    private TransactionDates dates;

    @SuppressWarnings("NullAway.Init")
    protected LedgerTarget() {}

    protected LedgerTarget(SageLedger ledger, SiteReader sites, TransactionDates dates) {
        this.ledger = ledger;
        this.sites = sites;
        this.dates = dates;
    }

    /** The entry that a command's text describes. */
    protected abstract E read(String document);

    /** What Sage lacks of what only this kind needs; it cures by itself once it is there. */
    protected abstract List<Reason> missing(E entry, Site site) throws TargetUnavailable;

    /** One POST, where the account is there; {@link #parked} where something else is not any more. */
    protected abstract Outcome post(E entry, Site site, Site.Customer customer) throws TargetUnavailable;

    protected SageLedger ledger() {
        return ledger;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        String company = sought.get(0).key().company();
        Site site = sites.read(company);
        List<String> references =
                sought.stream().map(LedgerTarget::reference).distinct().toList();
        Map<String, List<LedgerEntry>> there = ledger.find(company, references);
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            findings.put(one.key(), judge(one.command(), there.get(reference(one)), site));
        }
        return findings;
    }

    private static String reference(Sought sought) {
        return OrderName.ofObject(sought.command().object());
    }

    private Finding judge(Command command, @Nullable List<LedgerEntry> under, Site site) throws TargetUnavailable {
        if (under == null || command.isErased()) {
            return new Finding.Undecidable(
                    "what stands under " + OrderName.ofObject(command.object()) + " cannot be read");
        }
        E entry = read(command.document());
        List<LedgerEntry> ours =
                under.stream().filter(each -> each.carries(entry)).toList();
        if (ours.size() > 1) {
            return new Finding.Several(
                    ours.stream().map(each -> document(each, entry)).toList());
        }
        return ours.isEmpty() ? absent(entry, site) : judge(ours.get(0), entry, site);
    }

    private static Document document(LedgerEntry there, NewEntry entry) {
        return there.document(entry.value().currency());
    }

    private static Finding judge(LedgerEntry there, NewEntry entry, Site site) {
        Site.Customer customer = site.customers().get(entry.customer());
        boolean isOurs = customer != null
                && customer.id() == there.customer()
                && there.gross().abs().compareTo(entry.value().amount()) == 0;
        if (!isOurs) {
            return new Finding.Different(List.of(document(there, entry)), otherContent(there, entry));
        }
        boolean isOfItsDay = there.date() == null || there.date().equals(entry.date());
        return new Finding.Found(document(there, entry), isOfItsDay ? null : otherDay(there, entry));
    }

    /** Its day may be one that was chosen, or was only as good as known: what is there is not posted twice because of it. */
    private static Reason otherDay(LedgerEntry there, NewEntry entry) {
        return new Reason(
                "DATE_DIFFERS",
                Owner.FINANCE,
                "Sage 200 transaction " + there.urn() + ", the " + entry.kind().word() + " of " + entry.value()
                        + " for order " + entry.reference() + ", was there already and is of " + there.date()
                        + "; planned was " + entry.date(),
                "Nothing where the day in Sage 200 is right; else reverse the transaction there, enter it again with its day, and tell"
                        + " whoever makes the VAT return");
    }

    private static Reason otherContent(LedgerEntry there, NewEntry entry) {
        return new Reason(
                "OTHER_ENTRY_UNDER_KEY",
                Owner.FINANCE,
                "Sage 200 transaction " + there.urn() + " carries " + entry.reference() + " and "
                        + entry.secondReference() + " and comes to "
                        + there.gross().abs() + " of " + there.date()
                        + "; the " + entry.kind().word() + " is " + entry.value() + " of " + entry.date()
                        + " on the account " + entry.customer(),
                "Compare both in Sage 200: if the transaction is this "
                        + entry.kind().word() + ", resolve this; if it is wrong, reverse it there, then plan again");
    }

    private Finding absent(E entry, Site site) throws TargetUnavailable {
        List<Reason> missing = allMissing(entry, site);
        return missing.isEmpty() ? new Finding.Absent() : new Finding.Blocked(missing);
    }

    private List<Reason> allMissing(E entry, Site site) throws TargetUnavailable {
        List<Reason> missing = new ArrayList<>();
        Site.Customer customer = site.customers().get(entry.customer());
        if (customer == null) {
            missing.add(reason(
                    "LEDGER_ACCOUNT",
                    entry,
                    "has no customer account " + entry.customer(),
                    "Create the account in Sage 200"));
        } else if (!customer.currency().equals(entry.value().currency().getCurrencyCode())) {
            missing.add(reason(
                    "LEDGER_CURRENCY",
                    entry,
                    "keeps the customer account " + entry.customer() + " in " + customer.currency(),
                    "Map the order to an account of its currency (accounts.csv)"));
        }
        missing.addAll(missing(entry, site));
        dates.objection(TransactionDates.Ledger.SALES, entry.company(), entry.date())
                .ifPresent(words -> missing.add(reason(
                        "PERIOD_CLOSED",
                        entry,
                        "takes no documents of " + entry.date() + " in the sales ledger (" + words + ")",
                        "Open the period in Sage 200")));
        return missing;
    }

    /** Why an entry cannot be posted now: what the company has or lacks, and what somebody there can do about it. */
    protected static Reason reason(String code, NewEntry entry, String what, String remedy) {
        return new Reason(
                code,
                Owner.FINANCE,
                "Sage 200 company " + entry.company() + " " + what + ", so the "
                        + entry.kind().word() + " of " + entry.value() + " for order " + entry.reference()
                        + " cannot be entered",
                remedy + "; it is tried again by itself");
    }

    @Override
    public Outcome send(Command command, String evidence) {
        try {
            E entry = read(command.document());
            Site site = sites.read(entry.company());
            Site.Customer customer = site.customers().get(entry.customer());
            return customer == null
                    ? parked(entry, site)
                    : dates.learned(
                            post(entry, site, customer), TransactionDates.Ledger.SALES, entry.company(), entry.date());
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** Something was there when it was looked for, and is not any more. */
    protected Outcome parked(E entry, Site site) throws TargetUnavailable {
        return Outcome.Refused.forNow(allMissing(entry, site));
    }

    /** An entry is never half made. */
    @Override
    public void discard(Command command, Document draft) throws TargetUnavailable {
        throw new IllegalStateException("a ledger entry leaves no draft, and none was found: " + draft.id());
    }
}
