/** The pages of the clearing banks: what Sage holds them with, what is open in them, and how both have moved. */
@NullMarked
package centrasage.console.clearing;

import org.jspecify.annotations.NullMarked;
