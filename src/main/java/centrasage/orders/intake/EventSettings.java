package centrasage.orders.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether Centra's event queue is read, and how often it is looked at between runs. */
@ApplicationScoped
class EventSettings {
    private boolean on;
    private Duration interval;

    @SuppressWarnings("NullAway.Init")
    EventSettings() {}

    @Inject
    EventSettings(
            @ConfigProperty(name = "centra.events") String events,
            @ConfigProperty(name = "posting.mode") String mode,
            @ConfigProperty(name = "centra.events-interval") Duration interval) {
        // To listen and to confirm is to write to Centra, and a preview writes nothing anywhere.
        this.on = events.equals("on") && !mode.equals("preview");
        this.interval = interval;
    }

    boolean on() {
        return on;
    }

    Duration interval() {
        return interval;
    }
}
