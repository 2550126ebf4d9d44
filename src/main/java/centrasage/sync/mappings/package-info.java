/** The versions of the mappings in the database: written once, never changed. */
@NullMarked
package centrasage.sync.mappings;

import org.jspecify.annotations.NullMarked;
