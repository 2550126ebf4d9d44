package centrasage.simulator.centra.limits;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The buckets of a tenant, by the quotas of its plan. */
public final class RateLimiter {
    /** One row of the answer to {@code rateLimits}. */
    public record Usage(Counter counter, Window window, int quota, int used) {}

    private final Clock clock;
    private final Map<Counter, Map<Window, Bucket>> buckets = new EnumMap<>(Counter.class);
    private Plan plan = Plan.ENTERPRISE;
    private long refusals;

    public RateLimiter(Clock clock, Plan plan) {
        this.clock = clock;
        switchTo(plan);
    }

    /** Starts over with full buckets. */
    public synchronized void switchTo(Plan newPlan) {
        plan = newPlan;
        for (Counter counter : Counter.values()) {
            Map<Window, Bucket> ofCounter = new EnumMap<>(Window.class);
            for (Window window : Window.values()) {
                ofCounter.put(window, new Bucket(newPlan.quota(counter, window), window));
            }
            buckets.put(counter, ofCounter);
        }
    }

    /** Takes tokens out of both windows, or throws and takes none. */
    public synchronized void take(Counter counter, int tokens) {
        Instant now = clock.instant();
        Instant available = now;
        for (Bucket bucket : bucketsOf(counter)) {
            Instant at = bucket.availableAt(tokens, now);
            available = at.isAfter(available) ? at : available;
        }
        if (available.isAfter(now)) {
            refusals++;
            throw new LimitExceeded(counter, available);
        }
        bucketsOf(counter).forEach(bucket -> bucket.take(tokens, now));
    }

    /** The most that can ever be taken at once. */
    public synchronized int largest(Counter counter) {
        return plan.quota(counter, Window.TEN_SECONDS);
    }

    public synchronized Plan plan() {
        return plan;
    }

    public synchronized long refusals() {
        return refusals;
    }

    public Instant now() {
        return clock.instant();
    }

    public synchronized List<Usage> usage() {
        Instant now = clock.instant();
        List<Usage> rows = new ArrayList<>();
        buckets.forEach((counter, ofCounter) -> ofCounter.forEach(
                (window, bucket) -> rows.add(new Usage(counter, window, bucket.quota(), bucket.used(now)))));
        return rows;
    }

    private List<Bucket> bucketsOf(Counter counter) {
        return List.copyOf(buckets.getOrDefault(counter, Map.of()).values());
    }
}
