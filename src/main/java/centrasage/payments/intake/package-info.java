/** What was paid, staged exactly as Centra says it. */
@NullMarked
package centrasage.payments.intake;

import org.jspecify.annotations.NullMarked;
