@NullMarked
package centrasage.console.life;

import org.jspecify.annotations.NullMarked;
