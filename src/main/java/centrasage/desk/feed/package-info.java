/** How much each feed usually brings, and whether it still does. */
@NullMarked
package centrasage.desk.feed;

import org.jspecify.annotations.NullMarked;
