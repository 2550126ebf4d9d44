package centrasage.sync.store;

import java.time.Instant;

/** A lease as it stands in the store; it counts only while {@code until} lies ahead of the database's time. */
public record Lease(String name, String holder, Instant until) {}
