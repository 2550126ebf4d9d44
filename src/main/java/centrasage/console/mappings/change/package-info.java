/** From what somebody typed, or sent, to the next version of the mappings: the page and the REST API go the same way. */
@NullMarked
package centrasage.console.mappings.change;

import org.jspecify.annotations.NullMarked;
