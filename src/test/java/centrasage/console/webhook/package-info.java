@NullMarked
package centrasage.console.webhook;

import org.jspecify.annotations.NullMarked;
