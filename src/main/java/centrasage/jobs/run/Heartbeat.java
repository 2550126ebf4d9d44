package centrasage.jobs.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a node may be silent before another one takes it for dead; the same on all nodes. */
@ApplicationScoped
public class Heartbeat {
    /** It may miss four and be late with the fifth. */
    private static final int BEATS = 6;

    private Duration limit;

    @SuppressWarnings("NullAway.Init")
    Heartbeat() {}

    @Inject
    public Heartbeat(@ConfigProperty(name = "jobs.heartbeat") Duration limit) {
        this.limit = limit;
    }

    /** A job whose node has not renewed its lease for this long is dead, and so is a node that has not said that it lives. */
    public Duration limit() {
        return limit;
    }

    /** How often a node says that it is alive, and looks for others that are not. */
    public Duration interval() {
        return limit.dividedBy(BEATS);
    }
}
