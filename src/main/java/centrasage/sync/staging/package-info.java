/** What was received, exactly as it was received, and how far. */
@NullMarked
package centrasage.sync.staging;

import org.jspecify.annotations.NullMarked;
