/** What stands around every page and is the same on each: the address with its filters, who looks, the headers. */
@NullMarked
package centrasage.console.frame;

import org.jspecify.annotations.NullMarked;
