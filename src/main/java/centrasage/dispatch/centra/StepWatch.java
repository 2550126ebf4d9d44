package centrasage.dispatch.centra;

import centrasage.flow.PostingState;
import centrasage.flow.Side;
import centrasage.flow.event.PostingChanged;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Plans a despatch anew when a person has given up a step of its shipment: the later steps are not to wait for it for ever. */
@ApplicationScoped
class StepWatch {
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    StepWatch() {}

    @Inject
    StepWatch(Staging staging) {
        this.staging = staging;
    }

    void changed(@Observes PostingChanged change) {
        if (change.key().kind().side() == Side.CENTRA && change.to() == PostingState.ABANDONED) {
            staging.planAgain(CollectDespatches.KIND, change.key().sourceKey());
        }
    }
}
