/** Sage 200's documents as values, in codes rather than ids; the wire code beside them resolves the ids. */
@NullMarked
package centrasage.sage200;

import org.jspecify.annotations.NullMarked;
