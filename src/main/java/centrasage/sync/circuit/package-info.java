/** One cause that stops many documents: counted, told as one, and probed instead of met again and again. */
@NullMarked
package centrasage.sync.circuit;

import org.jspecify.annotations.NullMarked;
