/** Products, their variants, the prices of both, and what was changed of them: values, and the store of them. */
@NullMarked
package centrasage.simulator.centra.catalogue;

import org.jspecify.annotations.NullMarked;
