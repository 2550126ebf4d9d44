/** "Connect to Sage": how an administrator lets this application into Sage 200, and what became of it. */
@NullMarked
package centrasage.console.connect;

import org.jspecify.annotations.NullMarked;
