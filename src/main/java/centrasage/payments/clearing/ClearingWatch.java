package centrasage.payments.clearing;

import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.PostingChanged;
import centrasage.payments.GiftBank;
import centrasage.sage200.ledger.MoneyEntry;
import centrasage.sage200.ledger.MoneyEntryJson;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;

/** Keeps, in the transaction in which a receipt or refund is posted, what stands in the clearing banks. */
@ApplicationScoped
class ClearingWatch {
    private ClearingEntries entries;
    private Postings postings;
    private PostedDocuments posted;

    @SuppressWarnings("NullAway.Init")
    ClearingWatch() {}

    @Inject
    ClearingWatch(ClearingEntries entries, Postings postings, PostedDocuments posted) {
        this.entries = entries;
        this.postings = postings;
        this.posted = posted;
    }

    void changed(@Observes PostingChanged change) {
        PostingKind kind = change.key().kind();
        boolean isMoney = kind == PostingKind.RECEIPT || kind == PostingKind.CUSTOMER_REFUND;
        if (isMoney && change.to() == PostingState.POSTED && change.from() != PostingState.POSTED) {
            posted.command(change.postingId())
                    .filter(command -> !command.isErased())
                    .ifPresent(
                            command -> postings.get(change.postingId()).ifPresent(posting -> posted(command, posting)));
        }
    }

    private static ClearingEntry.Origin origin(PostingKind kind) {
        return kind == PostingKind.RECEIPT ? ClearingEntry.Origin.RECEIPT : ClearingEntry.Origin.REFUND;
    }

    private void posted(Command command, Posting posting) {
        MoneyEntry money = MoneyEntryJson.read(command.document());
        if (!GiftBank.is(money.bank(), money.value().currency().getCurrencyCode())) {
            entries.add(new ClearingEntry(
                    money.company(),
                    money.bank(),
                    origin(posting.key().kind()),
                    posting.key().sourceKey(),
                    OrderName.number(money.reference()).orElse(money.reference()),
                    money.provider(),
                    money.date(),
                    money.value(),
                    Objects.requireNonNull(posting.targetNumber(), "what is posted has its number")));
        }
    }
}
