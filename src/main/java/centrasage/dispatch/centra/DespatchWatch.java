package centrasage.dispatch.centra;

import centrasage.flow.OrderName;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Side;
import centrasage.flow.event.PostingChanged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Plans despatches anew when what their plan stood on is another thing now. */
@ApplicationScoped
class DespatchWatch {
    private Postings postings;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    DespatchWatch() {}

    @Inject
    DespatchWatch(Postings postings, Staging staging) {
        this.postings = postings;
        this.staging = staging;
    }

    void changed(@Observes PostingChanged change) {
        PostingKey key = change.key();
        if (key.kind() == PostingKind.ORDER && (change.from() == change.to() || change.to() == PostingState.POSTED)) {
            orderPlanned(key);
        } else if (key.kind().side() == Side.CENTRA && change.to() == PostingState.ABANDONED) {
            staging.planAgain(
                    CollectDespatches.KIND, key.sourceKey()); // the later steps are not to wait for it for ever
        }
    }

    /** One that came after its despatch, or can be read now. */
    private void orderPlanned(PostingKey order) {
        postings.ofObjects(List.of(OrderName.object(order.company(), OrderName.of(order.sourceKey())))).stream()
                .filter(posting -> posting.key().kind() == PostingKind.CENTRA_SHIPMENT)
                .filter(posting -> posting.state() == PostingState.HELD)
                .forEach(posting ->
                        staging.planAgain(CollectDespatches.KIND, posting.key().sourceKey()));
    }
}
