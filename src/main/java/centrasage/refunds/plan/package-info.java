/** What becomes of a return, decided before anything is written. */
@NullMarked
package centrasage.refunds.plan;

import org.jspecify.annotations.NullMarked;
