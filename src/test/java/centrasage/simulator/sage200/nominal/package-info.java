/** The nominal ledger as Sage 200 keeps it: its API shows it, and a user imports journals from files. */
@NullMarked
package centrasage.simulator.sage200.nominal;

import org.jspecify.annotations.NullMarked;
