/** What becomes of a payment, decided before anything is written. */
@NullMarked
package centrasage.payments.plan;

import org.jspecify.annotations.NullMarked;
