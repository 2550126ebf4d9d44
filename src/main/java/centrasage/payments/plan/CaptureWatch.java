package centrasage.payments.plan;

import centrasage.centra.OrderPayments;
import centrasage.flow.OrderStanding;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.event.FindingOver;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tells people, in the transaction of the plan, that what was taken for an order of the ledger is not what it comes to, and that it is again. */
@ApplicationScoped
class CaptureWatch {
    private PostedDocuments posted;
    private Event<PostingFinding> findings;
    private Event<FindingOver> over;

    @SuppressWarnings("NullAway.Init")
    CaptureWatch() {}

    @Inject
    CaptureWatch(PostedDocuments posted, Event<PostingFinding> findings, Event<FindingOver> over) {
        this.posted = posted;
        this.findings = findings;
        this.over = over;
    }

    void look(OrderPayments payments, OrderStanding order, Optional<CaptureSum> difference) {
        PostingKey key = order.key();
        if (key == null || order.state() == PostingState.SKIPPED || order.state() == PostingState.ABANDONED) {
            return;
        }
        Posting posting = posted.known(key.company(), key.kind(), List.of(key.sourceKey()))
                .get(key.sourceKey());
        if (posting != null) {
            difference.ifPresentOrElse(
                    found -> findings.fire(new PostingFinding(
                            posting.id(),
                            key,
                            PostingFinding.Kind.CAPTURES_DIFFER,
                            found.difference(),
                            found.reason())),
                    () -> over.fire(new FindingOver(
                            PostingFinding.Kind.CAPTURES_DIFFER,
                            posting.id(),
                            "what was taken is what order " + payments.order() + " comes to")));
        }
    }
}
