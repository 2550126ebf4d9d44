package centrasage.dispatch.plan;

import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.sync.posting.Planned;
import centrasage.sync.store.PostedDocuments;
import java.util.List;
import java.util.Optional;

/** A shipment is despatched or invoiced, never both: what it was planned to be under another setting is not sent any more. */
final class OtherDocument {
    private static final Reason NOT_ANY_MORE = new Reason(
            "POSTED_OTHERWISE",
            Owner.OPERATIONS,
            "The shipment is posted as another document now (orders.post-as)",
            "Nothing to do");

    private final PostedDocuments documents;

    OtherDocument(PostedDocuments documents) {
        this.documents = documents;
    }

    /** Empty where nothing of that kind waits to be sent. */
    Optional<Planned> of(Planned planned) {
        PostingKind kind =
                planned.key().kind() == PostingKind.DESPATCH ? PostingKind.LEDGER_INVOICE : PostingKind.DESPATCH;
        String company = planned.key().company();
        String number = planned.key().sourceKey();
        return documents.known(company, kind, List.of(number)).values().stream()
                .filter(posting -> posting.state().mayBeReplanned() && posting.state() != PostingState.SKIPPED)
                .findFirst()
                .map(posting -> new Planned(
                        new PostingKey(company, kind, number),
                        planned.object(),
                        planned.document(),
                        posting.amount(),
                        posting.businessDate(),
                        new Plan.Skip(NOT_ANY_MORE),
                        planned.fingerprint()));
    }
}
