package centrasage.sage200.client.signin;

import java.net.URI;
import java.time.Duration;

/**
 * The way to Sage ID and back that an administrator has begun.
 *
 * @param address where the browser goes to consent
 * @param callback where Sage ID sends it afterwards
 * @param browser what this browser, and no other, shows when it comes back; a secret
 * @param goodFor how long it may stay away
 */
public record SignInBegun(URI address, URI callback, String browser, Duration goodFor) {

    /** The address carries the state and the browser its proof: neither may end in a log. */
    @Override
    public String toString() {
        return "SignInBegun[callback=" + callback + ", goodFor=" + goodFor + "]";
    }
}
