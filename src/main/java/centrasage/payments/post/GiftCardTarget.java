package centrasage.payments.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.ledger.BankEntryTarget;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.BankEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What gift cards have paid leaves their bank for what is owed for them, and comes back from there where it is given back. */
@ApplicationScoped
public class GiftCardTarget extends BankEntryTarget {
    private static final Missing BANK = new Missing(
            "CLEARING_BANK", "Create a cash-book bank of that code for gift cards; it is tried again by itself");
    private static final Missing TAX_CODE =
            new Missing("GIFT_CARD_TAX_CODE", "Correct tax_code of the row gift-card in nominals.csv, then plan again");

    GiftCardTarget() {}

    @Inject
    public GiftCardTarget(SageCashBook cashBook, SiteReader sites, Banks banks, TransactionDates dates) {
        super(cashBook, sites, banks, dates);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.GIFT_CARD;
    }

    @Override
    protected String subject(BankEntry entry) {
        return "what a gift card paid for order " + entry.reference();
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
