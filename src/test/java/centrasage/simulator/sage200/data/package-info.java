/** The site: its companies as tables of rows, its clock, its locks and its periods, all in memory. */
@NullMarked
package centrasage.simulator.sage200.data;

import org.jspecify.annotations.NullMarked;
