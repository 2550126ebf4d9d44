package centrasage.console.api.watch;

import centrasage.flow.Side;
import centrasage.jobs.lanes.Reach;
import centrasage.sage200.client.signin.SageSignIn;
import centrasage.sync.posting.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The store answers. An outage of Sage 200, and a sign-in to it that ends, are told but are no reason to take the application
 * away: the intake goes on, and nothing is lost. Anybody may look, so neither addresses nor messages are shown.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(Ready.class.getName());

    private Store store;
    private Reach reach;
    private SageSignIn sage;

    @SuppressWarnings("NullAway.Init")
    Ready() {}

    @Inject
    Ready(Store store, Reach reach, SageSignIn sage) {
        this.store = store;
        this.reach = reach;
        this.sage = sage;
    }

    @Override
    public HealthCheckResponse call() {
        boolean there = isStoreThere();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("store").status(there);
        tell(answer, "sage200", Side.SAGE_200);
        tell(answer, "centra", Side.CENTRA);
        if (there) {
            sage.standing().daysLeft().ifPresent(days -> answer.withData("sage200SignInDaysLeft", days));
        }
        return answer.build();
    }

    private void tell(HealthCheckResponseBuilder answer, String name, Side side) {
        reach.outage(side)
                .ifPresentOrElse(
                        outage -> answer.withData(name, "does not answer")
                                .withData(name + "Since", outage.since().toString()),
                        () -> answer.withData(name, "answers"));
    }

    private boolean isStoreThere() {
        try {
            store.now();
            return true;
        } catch (RuntimeException e) { // whatever the pool, the driver or JPA throws
            LOG.log(Level.WARNING, "the store does not answer", e);
            return false;
        }
    }
}
