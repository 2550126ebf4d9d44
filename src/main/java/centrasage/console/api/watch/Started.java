package centrasage.console.api.watch;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Every start-up step succeeded: the schema, the sign-in, the recovery and the timetable. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {
    /** Set by the last step of the start. */
    private static final String STARTED = "centrasage.started";

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started")
                .status(System.getProperty(STARTED) != null)
                .build();
    }
}
