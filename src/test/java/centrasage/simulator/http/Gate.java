package centrasage.simulator.http;

import org.jspecify.annotations.Nullable;

/** Decides before the route is even looked at whether a caller may come in. */
@FunctionalInterface
public interface Gate {
    /** Returns the refusal, or null when the caller may pass. */
    @Nullable
    Response refuse(Request request);
}
