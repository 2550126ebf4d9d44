/** What each clearing bank came to on each day, kept when it was proven: what people look at without asking Sage. */
@NullMarked
package centrasage.settlements.day;

import org.jspecify.annotations.NullMarked;
