/** Those who change stock or take of it: an integration, a person in the warehouse, the shoppers of a flash sale. */
@NullMarked
package centrasage.simulator.centra.stocking;

import org.jspecify.annotations.NullMarked;
