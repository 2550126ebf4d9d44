/** The first page: is everything posted, what needs me, what is it worth. */
@NullMarked
package centrasage.console.today;

import org.jspecify.annotations.NullMarked;
