/**
 * The small HTTP server under both simulators: routes, JSON, and faults that are drawn per request and counted.
 *
 * <p>A fault belongs to a request's identity (seed, business key, attempt), never to the moment it arrives, so a run with
 * eight threads meets exactly the faults of a run with one.
 */
@NullMarked
package centrasage.simulator.http;

import org.jspecify.annotations.NullMarked;
