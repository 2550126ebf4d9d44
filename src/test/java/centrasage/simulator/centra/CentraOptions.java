package centrasage.simulator.centra;

import centrasage.simulator.centra.limits.Plan;
import centrasage.simulator.centra.limits.RetryAfter;
import centrasage.simulator.trade.Shop;
import java.time.Clock;
import java.time.ZoneId;

/**
 * How a simulated tenant is set up.
 *
 * @param port 0 for a free one
 * @param seed of the faults
 * @param token the Integration API token with all permissions
 */
public record CentraOptions(
        int port, long seed, String token, Clock clock, ZoneId zone, Plan plan, RetryAfter retryAfter) {

    public static final String DEFAULT_TOKEN = "centra-demo-token";

    /** A generous plan, and Centra's time of day. */
    public static CentraOptions of(int port, long seed) {
        return new CentraOptions(
                port, seed, DEFAULT_TOKEN, Clock.systemUTC(), Shop.ZONE, Plan.ENTERPRISE, RetryAfter.EPOCH);
    }

    public CentraOptions withClock(Clock newClock) {
        return new CentraOptions(port, seed, token, newClock, zone, plan, retryAfter);
    }

    public CentraOptions withPlan(Plan newPlan) {
        return new CentraOptions(port, seed, token, clock, zone, newPlan, retryAfter);
    }

    public CentraOptions withRetryAfter(RetryAfter format) {
        return new CentraOptions(port, seed, token, clock, zone, plan, format);
    }

    public CentraOptions withToken(String newToken) {
        return new CentraOptions(port, seed, newToken, clock, zone, plan, retryAfter);
    }
}
