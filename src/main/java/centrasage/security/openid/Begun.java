package centrasage.security.openid;

import java.net.URI;
import java.time.Duration;

/**
 * A browser on its way to the provider.
 *
 * @param address where it goes
 * @param callback where it comes back
 * @param browser what it shows then, to be known as the one that was sent
 * @param goodFor how long it may take
 */
public record Begun(URI address, URI callback, String browser, Duration goodFor) {
    /** The address holds the state, which belongs to the one browser. */
    @Override
    public String toString() {
        return "Begun[callback=" + callback + "]";
    }
}
