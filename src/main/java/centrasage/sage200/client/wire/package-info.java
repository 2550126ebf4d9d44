/** Requests and answers of Sage 200 as they are on the wire. */
@NullMarked
package centrasage.sage200.client.wire;

import org.jspecify.annotations.NullMarked;
