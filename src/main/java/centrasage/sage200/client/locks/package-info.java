/** Who holds a record in Sage 200, read from its own database and never written there. */
@NullMarked
package centrasage.sage200.client.locks;

import org.jspecify.annotations.NullMarked;
