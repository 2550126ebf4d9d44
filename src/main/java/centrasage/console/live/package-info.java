/** Asking Centra or Sage 200 at this moment, because somebody pressed a button that says so; no page waits for them otherwise. */
@NullMarked
package centrasage.console.live;

import org.jspecify.annotations.NullMarked;
