package centrasage.settlements.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.ledger.BankEntryTarget;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.BankEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a payment provider has kept leaves the clearing bank for the account of its purpose, and what it gave back comes into it. */
@ApplicationScoped
public class ChargeTarget extends BankEntryTarget {
    private static final Missing BANK = new Missing(
            "CLEARING_BANK",
            "Create the bank in Sage 200, or correct clearing_bank in settlement.csv; it is tried again by itself");
    private static final Missing TAX_CODE =
            new Missing("CHARGE_TAX_CODE", "Correct tax_code of its row in nominals.csv, then plan again");

    ChargeTarget() {}

    @Inject
    public ChargeTarget(SageCashBook cashBook, SiteReader sites, Banks banks, TransactionDates dates) {
        super(cashBook, sites, banks, dates);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.SETTLEMENT_CHARGE;
    }

    @Override
    protected String subject(BankEntry entry) {
        return "the " + entry.narrative();
    }

    @Override
    protected Missing bank() {
        return BANK;
    }

    @Override
    protected Missing taxCode() {
        return TAX_CODE;
    }
}
