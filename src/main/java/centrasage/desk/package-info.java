/** Business exceptions: what a person must see or do, with severity, owner, the money at risk and the remedy. */
@NullMarked
package centrasage.desk;

import org.jspecify.annotations.NullMarked;
