/** The database's own matters: its schema, its transactions, its time, its ids, its disk. */
@NullMarked
package centrasage.sync.database;

import org.jspecify.annotations.NullMarked;
