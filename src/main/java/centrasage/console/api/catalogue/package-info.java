/** {@code /api/catalogue}: what Sage 200 owns in Centra, and where both differ. */
@NullMarked
package centrasage.console.api.catalogue;

import org.jspecify.annotations.NullMarked;
