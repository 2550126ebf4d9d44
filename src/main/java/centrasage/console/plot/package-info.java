/** Small plots for where looking beats reading; behind each stands its table. */
@NullMarked
package centrasage.console.plot;

import org.jspecify.annotations.NullMarked;
