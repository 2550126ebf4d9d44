/** What is read from Sage 200, which may be repeated. */
@NullMarked
package centrasage.sage200.client.read;

import org.jspecify.annotations.NullMarked;
