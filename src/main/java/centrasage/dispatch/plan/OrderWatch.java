package centrasage.dispatch.plan;

import centrasage.dispatch.intake.CollectShipments;
import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.PostingChanged;
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

/**
 * Plans shipments anew when their order has become another thing than their plan took it for: posted after all, or not to be
 * posted any more.
 */
@ApplicationScoped
class OrderWatch {
    /** For each state of the order, the states of despatches whose plan no longer holds. */
    private static final Map<PostingState, Set<PostingState>> OUT_OF_DATE = Map.of(
            PostingState.POSTED, EnumSet.of(PostingState.SKIPPED, PostingState.HELD),
            PostingState.SKIPPED, EnumSet.of(PostingState.WAITING),
            PostingState.ABANDONED, EnumSet.of(PostingState.WAITING, PostingState.SKIPPED));

    private Postings postings;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    OrderWatch() {}

    @Inject
    OrderWatch(Postings postings, Staging staging) {
        this.postings = postings;
        this.staging = staging;
    }

    void changed(@Observes PostingChanged change) {
        Set<PostingState> outOfDate = OUT_OF_DATE.getOrDefault(change.to(), Set.of());
        if (change.key().kind() == PostingKind.ORDER && change.from() != change.to() && !outOfDate.isEmpty()) {
            postings.ofObjects(List.of(object(change.key()))).stream()
                    .filter(posting -> posting.key().kind() == PostingKind.DESPATCH)
                    .filter(posting -> outOfDate.contains(posting.state()))
                    .map(Posting::key)
                    .forEach(despatch -> staging.planAgain(CollectShipments.KIND, despatch.sourceKey()));
        }
    }

    private static String object(PostingKey order) {
        return OrderName.object(order.company(), OrderName.of(order.sourceKey()));
    }
}
