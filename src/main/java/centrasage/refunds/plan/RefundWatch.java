package centrasage.refunds.plan;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.InvoiceSeen;
import centrasage.flow.event.PostingChanged;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans returns anew when their order has become another thing than their plan took it for, or was invoiced. */
@ApplicationScoped
class RefundWatch {
    private static final Set<PostingState> HELD = EnumSet.of(PostingState.HELD);

    /** For each state of the order, the states of credit notes whose plan may no longer hold. */
    private static final Map<PostingState, Set<PostingState>> OUT_OF_DATE = Map.of(
            PostingState.POSTED, EnumSet.of(PostingState.SKIPPED, PostingState.HELD),
            PostingState.SKIPPED, EnumSet.of(PostingState.HELD, PostingState.PLANNED, PostingState.WAITING),
            PostingState.ABANDONED,
                    EnumSet.of(PostingState.HELD, PostingState.SKIPPED, PostingState.PLANNED, PostingState.WAITING));

    private Postings postings;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    RefundWatch() {}

    @Inject
    RefundWatch(Postings postings, Staging staging) {
        this.postings = postings;
        this.staging = staging;
    }

    void changed(@Observes PostingChanged change) {
        PostingKey order = change.key();
        if (order.kind() == PostingKind.ORDER && change.from() != change.to()) {
            planAgain(
                    OrderName.object(order.company(), OrderName.of(order.sourceKey())),
                    OUT_OF_DATE.getOrDefault(change.to(), Set.of()));
        }
    }

    /** What waited for an invoice, or was more than was invoiced until now. */
    void invoiced(@Observes InvoiceSeen invoice) {
        planAgain(invoice.object(), HELD);
    }

    private void planAgain(String object, Set<PostingState> states) {
        if (states.isEmpty()) {
            return;
        }
        postings.ofObjects(List.of(object)).stream()
                .filter(posting -> posting.key().kind() == PostingKind.CREDIT_NOTE)
                .filter(posting -> states.contains(posting.state()))
                .map(Posting::key)
                .forEach(key -> staging.planAgain(CollectReturns.KIND, key.sourceKey()));
    }
}
