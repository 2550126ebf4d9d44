/**
 * A Sage 200 that runs on a laptop: its API as documented, strict where Sage is strict, with a choice wherever nobody outside
 * Sage knows.
 *
 * <p>Started by {@link SageSimulator}; driven by {@code /control}.
 */
@NullMarked
package centrasage.simulator.sage200;

import org.jspecify.annotations.NullMarked;
