/** Changes of the mappings that are not in force: what people are typing, what waits for a second person, what it would do. */
@NullMarked
package centrasage.sync.changes;

import org.jspecify.annotations.NullMarked;
