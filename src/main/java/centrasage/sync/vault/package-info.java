/** What must not be read by whoever reads the database: personal data and secrets. */
@NullMarked
package centrasage.sync.vault;

import org.jspecify.annotations.NullMarked;
