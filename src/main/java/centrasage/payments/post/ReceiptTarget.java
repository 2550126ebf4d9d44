package centrasage.payments.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.OrderName;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.LedgerEntry;
import centrasage.sage200.NewReceipt;
import centrasage.sage200.NewReceiptJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sage 200's receipts, as PostOnce writes them: found by both their references, posted by one POST. */
@ApplicationScoped
public class ReceiptTarget implements Target {
    private SageLedger ledger;
    private SiteReader sites;
    private Banks banks;
    private TransactionDates dates;

    @SuppressWarnings("NullAway.Init")
    ReceiptTarget() {}

    @Inject
    public ReceiptTarget(SageLedger ledger, SiteReader sites, Banks banks, TransactionDates dates) {
        this.ledger = ledger;
        this.sites = sites;
        this.banks = banks;
        this.dates = dates;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.RECEIPT;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        String company = sought.get(0).key().company();
        Site site = sites.read(company);
        List<String> references =
                sought.stream().map(ReceiptTarget::reference).distinct().toList();
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
                    "the receipts of " + OrderName.ofObject(command.object()) + " cannot be read");
        }
        NewReceipt receipt = NewReceiptJson.read(command.document());
        List<LedgerEntry> ours = under.stream()
                .filter(entry -> entry.carries(receipt.reference(), receipt.secondReference()))
                .toList();
        if (ours.size() > 1) {
            return new Finding.Several(
                    ours.stream().map(entry -> document(entry, receipt)).toList());
        }
        return ours.isEmpty() ? absent(receipt, site) : judge(ours.get(0), receipt, site);
    }

    private static Document document(LedgerEntry entry, NewReceipt receipt) {
        return entry.document(receipt.value().currency());
    }

    private static Finding judge(LedgerEntry entry, NewReceipt receipt, Site site) {
        Site.Customer customer = site.customers().get(receipt.customer());
        boolean isOurs = customer != null
                && customer.id() == entry.customer()
                && entry.gross().abs().compareTo(receipt.value().amount()) == 0
                && receipt.date().equals(entry.date());
        return isOurs
                ? new Finding.Found(document(entry, receipt))
                : new Finding.Different(List.of(document(entry, receipt)), otherContent(entry, receipt));
    }

    private static Reason otherContent(LedgerEntry entry, NewReceipt receipt) {
        return new Reason(
                "OTHER_RECEIPT_UNDER_KEY",
                Owner.FINANCE,
                "Sage 200 transaction " + entry.urn() + " carries " + receipt.reference() + " and "
                        + receipt.secondReference() + " and comes to "
                        + entry.gross().abs() + " of " + entry.date()
                        + "; the payment is " + receipt.value() + " of " + receipt.date() + " on the account "
                        + receipt.customer(),
                "Compare both in Sage 200: if the transaction is this payment, resolve this; if it is wrong, reverse it there, then"
                        + " plan again");
    }

    private Finding absent(NewReceipt receipt, Site site) throws TargetUnavailable {
        List<Reason> missing = missing(receipt, site);
        return missing.isEmpty() ? new Finding.Absent() : new Finding.Blocked(missing);
    }

    /** What Sage lacks that the receipt needs; it cures by itself once it is there. */
    private List<Reason> missing(NewReceipt receipt, Site site) throws TargetUnavailable {
        List<Reason> missing = new ArrayList<>();
        Site.Customer customer = site.customers().get(receipt.customer());
        if (customer == null) {
            missing.add(missing(
                    "RECEIPT_ACCOUNT",
                    receipt,
                    "has no customer account " + receipt.customer(),
                    "Create the account in Sage 200"));
        } else if (!customer.currency().equals(receipt.value().currency().getCurrencyCode())) {
            missing.add(missing(
                    "RECEIPT_CURRENCY",
                    receipt,
                    "keeps the customer account " + receipt.customer() + " in " + customer.currency(),
                    "Map the order to an account of its currency (accounts.csv)"));
        }
        if (bank(receipt).isEmpty()) {
            missing.add(missing(
                    "CLEARING_BANK",
                    receipt,
                    "has no bank " + receipt.bank(),
                    "Create the bank in Sage 200, or correct clearing_bank in gateways.csv"));
        }
        dates.objection(TransactionDates.Ledger.SALES, receipt.company(), receipt.date())
                .ifPresent(words -> missing.add(missing(
                        "PERIOD_CLOSED",
                        receipt,
                        "takes no documents of " + receipt.date() + " in the sales ledger (" + words + ")",
                        "Open the period in Sage 200")));
        return missing;
    }

    private static Reason missing(String code, NewReceipt receipt, String what, String remedy) {
        return new Reason(
                code,
                Owner.FINANCE,
                "Sage 200 company " + receipt.company() + " " + what + ", so the payment of " + receipt.value()
                        + " for order " + receipt.reference() + " cannot be entered",
                remedy + "; it is tried again by itself");
    }

    private Optional<Long> bank(NewReceipt receipt) throws TargetUnavailable {
        return banks.id(receipt.company(), receipt.bank());
    }

    /** One POST. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            NewReceipt receipt = NewReceiptJson.read(command.document());
            Site site = sites.read(receipt.company());
            Site.Customer customer = site.customers().get(receipt.customer());
            Optional<Long> bank = bank(receipt);
            return customer == null || bank.isEmpty()
                    ? Outcome.Refused.forNow(missing(receipt, site))
                    : ledger.post(receipt, customer.id(), bank.get());
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** A receipt is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a receipt leaves no draft, and none was found: " + draft.id());
    }
}
