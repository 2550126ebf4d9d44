/** Reading: any table of the company through OData, and the check of a date. */
@NullMarked
package centrasage.simulator.sage200.lookup;

import org.jspecify.annotations.NullMarked;
