/** Tests of the wire to Sage 200. */
@NullMarked
package centrasage.sage200.client;

import org.jspecify.annotations.NullMarked;
