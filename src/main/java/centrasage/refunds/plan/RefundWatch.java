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
import org.jspecify.annotations.Nullable;

/** Plans returns anew when their order has become another thing than their plan took it for, was invoiced, or has another credit note less. */
@ApplicationScoped
class RefundWatch {
    private static final Set<PostingState> HELD = EnumSet.of(PostingState.HELD);

    /** For each state of the order, the states of credit notes whose plan may no longer hold. */
    private static final Map<PostingState, Set<PostingState>> OUT_OF_DATE = Map.of(
            PostingState.POSTED, EnumSet.of(PostingState.SKIPPED, PostingState.HELD),
            PostingState.SKIPPED, EnumSet.of(PostingState.HELD, PostingState.PLANNED, PostingState.WAITING),
            PostingState.ABANDONED,
                    EnumSet.of(PostingState.HELD, PostingState.SKIPPED, PostingState.PLANNED, PostingState.WAITING));

    /** What a credit note becomes that takes nothing from its order any more. */
    private static final Set<PostingState> TAKES_NOTHING = EnumSet.of(
            PostingState.HELD,
            PostingState.SKIPPED,
            PostingState.REFUSED,
            PostingState.ABANDONED,
            PostingState.REVERSED);

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
        PostingKey key = change.key();
        if (change.from() == change.to()) {
            return;
        }
        if (key.kind() == PostingKind.ORDER) {
            planAgain(
                    OrderName.object(key.company(), OrderName.of(key.sourceKey())),
                    OUT_OF_DATE.getOrDefault(change.to(), Set.of()),
                    key);
        } else if (key.kind() == PostingKind.CREDIT_NOTE && TAKES_NOTHING.contains(change.to())) {
            postings.get(change.postingId()).ifPresent(credit -> planAgain(credit.object(), HELD, key));
        }
    }

    /** What waited for an invoice, or was more than was invoiced until now. */
    void invoiced(@Observes InvoiceSeen invoice) {
        planAgain(invoice.object(), HELD, null);
    }

    /** @param but what has changed itself; null where that is none of them */
    private void planAgain(String object, Set<PostingState> states, @Nullable PostingKey but) {
        if (states.isEmpty()) {
            return;
        }
        postings.ofObjects(List.of(object)).stream()
                .filter(posting -> posting.key().kind() == PostingKind.CREDIT_NOTE)
                .filter(posting -> states.contains(posting.state()))
                .map(Posting::key)
                .filter(key -> !key.equals(but))
                .forEach(key -> staging.planAgain(CollectReturns.KIND, key.sourceKey()));
    }
}
