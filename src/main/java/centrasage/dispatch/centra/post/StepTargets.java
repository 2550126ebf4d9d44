package centrasage.dispatch.centra.post;

import centrasage.centra.client.CentraShipping;
import centrasage.centra.client.ShipmentStep;
import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The steps that follow a shipment: let go, captured, completed. */
@ApplicationScoped
public class StepTargets {

    @Produces
    @ApplicationScoped
    public Target release(CentraShipping centra, Clock clock) {
        return new StepTarget(PostingKind.CENTRA_GOOD_TO_GO, ShipmentStep.RELEASE, centra, clock);
    }

    @Produces
    @ApplicationScoped
    public Target capture(CentraShipping centra, Clock clock) {
        return new StepTarget(PostingKind.CENTRA_CAPTURE, ShipmentStep.CAPTURE, centra, clock);
    }

    @Produces
    @ApplicationScoped
    public Target completion(CentraShipping centra, Clock clock) {
        return new StepTarget(PostingKind.CENTRA_COMPLETION, ShipmentStep.COMPLETE, centra, clock);
    }
}
