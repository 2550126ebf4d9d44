@NullMarked
package centrasage.centra;

import org.jspecify.annotations.NullMarked;
