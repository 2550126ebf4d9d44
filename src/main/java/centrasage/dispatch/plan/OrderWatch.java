package centrasage.dispatch.plan;

import centrasage.dispatch.DispatchSettings;
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
    private boolean invoices;

    @SuppressWarnings("NullAway.Init")
    OrderWatch() {}

    @Inject
    OrderWatch(Postings postings, Staging staging, DispatchSettings settings) {
        this(postings, staging, settings.invoicesShipments());
    }

    /** @param invoices whether shipments are invoiced by themselves */
    OrderWatch(Postings postings, Staging staging, boolean invoices) {
        this.postings = postings;
        this.staging = staging;
        this.invoices = invoices;
    }

    void changed(@Observes PostingChanged change) {
        if (change.key().kind() == PostingKind.ORDER) {
            Set<PostingState> outOfDate =
                    change.from() == change.to() ? Set.of() : OUT_OF_DATE.getOrDefault(change.to(), Set.of());
            if (invoices || !outOfDate.isEmpty()) {
                postings.ofObjects(List.of(object(change.key()))).stream()
                        .filter(posting -> isOutOfDate(posting, outOfDate))
                        .map(Posting::key)
                        .forEach(shipment -> staging.planAgain(CollectShipments.KIND, shipment.sourceKey()));
            }
        }
    }

    /** An invoice that is not sent is made of whatever its order has become. */
    private static boolean isOutOfDate(Posting posting, Set<PostingState> despatches) {
        return switch (posting.key().kind()) {
            case DESPATCH -> despatches.contains(posting.state());
            case LEDGER_INVOICE -> posting.state().mayBeReplanned();
            default -> false;
        };
    }

    private static String object(PostingKey order) {
        return OrderName.object(order.company(), OrderName.of(order.sourceKey()));
    }
}
