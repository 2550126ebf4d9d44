package centrasage.payments.post;

import centrasage.flow.Outcome;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.ledger.LedgerTarget;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
import java.util.List;
import java.util.Optional;

/** Money into a clearing bank and out of it again: what {@link ReceiptTarget} and {@link RefundTarget} have in common. */
abstract class MoneyTarget extends LedgerTarget<MoneyEntry> {
    private Banks banks;

    @SuppressWarnings("NullAway.Init")
    MoneyTarget() {}

    MoneyTarget(SageLedger ledger, SiteReader sites, Banks banks, TransactionDates dates) {
        super(ledger, sites, dates);
        this.banks = banks;
    }

    @Override
    protected MoneyEntry read(String document) {
        return MoneyEntryJson.read(document);
    }

    @Override
    protected List<Reason> missing(MoneyEntry entry, Site site) throws TargetUnavailable {
        return bank(entry).isPresent()
                ? List.of()
                : List.of(reason(
                        "CLEARING_BANK",
                        entry,
                        "has no bank " + entry.bank(),
                        "Create the bank in Sage 200, or correct clearing_bank in gateways.csv"));
    }

    private Optional<Banks.Bank> bank(MoneyEntry entry) throws TargetUnavailable {
        return banks.bank(entry.company(), entry.bank());
    }

    @Override
    protected Outcome post(MoneyEntry entry, Site site, Site.Customer customer) throws TargetUnavailable {
        Optional<Banks.Bank> bank = bank(entry);
        return bank.isEmpty()
                ? parked(entry, site)
                : ledger().post(entry, customer.id(), bank.get().id());
    }
}
