@NullMarked
package centrasage.desk.outside;

import org.jspecify.annotations.NullMarked;
