/** What is still to be invoiced, and the cut-off of a day, over HTTP. */
@NullMarked
package centrasage.console.api.worklists;

import org.jspecify.annotations.NullMarked;
