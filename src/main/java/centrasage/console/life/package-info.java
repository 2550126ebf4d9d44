/** The life of one order as people read it: everything the store knows of it, in the order in which it happened. */
@NullMarked
package centrasage.console.life;

import org.jspecify.annotations.NullMarked;
