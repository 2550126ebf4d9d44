/** The store of postings in the database, with the queue, the leases, the attempts and the links. */
@NullMarked
package centrasage.sync.store;

import org.jspecify.annotations.NullMarked;
