/** Exceptions by cause, and deeds about many of them, over HTTP. */
@NullMarked
package centrasage.console.api.exceptions;

import org.jspecify.annotations.NullMarked;
