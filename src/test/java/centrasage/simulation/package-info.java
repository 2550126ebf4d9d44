/**
 * The deterministic simulation: the real planners, targets, lanes and PostOnce on a store, against models of Sage 200 and Centra,
 * with a clock that a seed moves and a scheduler that interleaves, stalls and kills the workers of two nodes. {@link
 * centrasage.simulation.History} is one such life, {@link centrasage.simulation.Truths} is what must hold after it.
 */
@NullMarked
package centrasage.simulation;

import org.jspecify.annotations.NullMarked;
