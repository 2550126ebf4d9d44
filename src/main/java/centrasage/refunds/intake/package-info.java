/** What came back, staged exactly as Centra says it. */
@NullMarked
package centrasage.refunds.intake;

import org.jspecify.annotations.NullMarked;
