@NullMarked
package centrasage.desk.feed;

import org.jspecify.annotations.NullMarked;
