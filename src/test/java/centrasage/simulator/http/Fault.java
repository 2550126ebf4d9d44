package centrasage.simulator.http;

import org.jspecify.annotations.Nullable;

/**
 * The fate of one request: what strikes it, if anything, and the delays that were drawn with it.
 *
 * @param kind null when the request is spared
 * @param latencyMillis waited before anything else, often 0
 * @param commitDelayMillis only of a late commit
 */
record Fault(@Nullable FaultKind kind, long latencyMillis, long commitDelayMillis) {
    static final Fault NONE = new Fault(null, 0, 0);
}
