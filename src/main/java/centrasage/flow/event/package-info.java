/** What is told inside the application in the moment, and in the transaction, in which it happens. */
@NullMarked
package centrasage.flow.event;

import org.jspecify.annotations.NullMarked;
