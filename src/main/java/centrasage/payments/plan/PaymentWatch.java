package centrasage.payments.plan;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.PostingChanged;
import centrasage.payments.intake.CollectPayments;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans receipts anew when their order has become another thing than their plan took it for, or another account may be its own. */
@ApplicationScoped
class PaymentWatch {
    /** For each state of the order, the states of receipts whose plan may no longer hold. */
    private static final Map<PostingState, Set<PostingState>> OUT_OF_DATE = Map.of(
            PostingState.POSTED, EnumSet.of(PostingState.WAITING, PostingState.SKIPPED, PostingState.HELD),
            PostingState.SKIPPED, EnumSet.of(PostingState.WAITING),
            PostingState.ABANDONED, EnumSet.of(PostingState.WAITING, PostingState.SKIPPED));

    private Postings postings;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    PaymentWatch() {}

    @Inject
    PaymentWatch(Postings postings, Staging staging) {
        this.postings = postings;
        this.staging = staging;
    }

    void changed(@Observes PostingChanged change) {
        PostingKey order = change.key();
        Set<PostingState> outOfDate = OUT_OF_DATE.getOrDefault(change.to(), Set.of());
        if (order.kind() == PostingKind.ORDER && change.from() != change.to() && !outOfDate.isEmpty()) {
            boolean any =
                    postings
                            .ofObjects(List.of(OrderName.object(order.company(), OrderName.of(order.sourceKey()))))
                            .stream()
                            .anyMatch(posting ->
                                    posting.key().kind() == PostingKind.RECEIPT && outOfDate.contains(posting.state()));
            if (any) {
                staging.planAgain(CollectPayments.KIND, order.sourceKey());
            }
        }
    }
}
