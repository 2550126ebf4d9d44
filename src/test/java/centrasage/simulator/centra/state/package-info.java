/** What a Centra tenant remembers: its orders, its tokens, and the faults it commits on demand. */
@NullMarked
package centrasage.simulator.centra.state;

import org.jspecify.annotations.NullMarked;
