/** The database's own matters: its schema, its transactions, its time, its ids. */
@NullMarked
package centrasage.sync.database;

import org.jspecify.annotations.NullMarked;
