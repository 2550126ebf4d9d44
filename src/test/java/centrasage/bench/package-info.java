/** The bench: how fast the jar posts beside what Sage's latency allows, and what a long history costs. Not a test. */
@NullMarked
package centrasage.bench;

import org.jspecify.annotations.NullMarked;
