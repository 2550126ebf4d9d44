/** The sign of life for a switch outside, which tells people when it stays away. */
@NullMarked
package centrasage.desk.outside;

import org.jspecify.annotations.NullMarked;
