/** The desk: what is stuck, why, and what people do about it. */
@NullMarked
package centrasage.console.exceptions;

import org.jspecify.annotations.NullMarked;
