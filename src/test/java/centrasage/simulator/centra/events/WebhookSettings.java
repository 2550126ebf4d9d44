package centrasage.simulator.centra.events;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The webhook plug-in as it is set up in AMS.
 *
 * @param url where to call; null while the plug-in is not set up
 * @param retries after a call that was not answered with a 2xx
 * @param eventsPerCall at most
 */
public record WebhookSettings(boolean on, @Nullable URI url, String secret, int retries, int eventsPerCall) {
    private static final int EVENTS_PER_CALL = 100;

    /** As the plug-in is when it is new: off, without retries, a hundred events in a call. */
    public static WebhookSettings initial() {
        return new WebhookSettings(false, null, "", 0, EVENTS_PER_CALL);
    }
}
