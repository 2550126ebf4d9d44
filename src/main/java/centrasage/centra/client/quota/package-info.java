/** Who may use how much of what Centra allows the shop, which all of its integrations share. */
@NullMarked
package centrasage.centra.client.quota;

import org.jspecify.annotations.NullMarked;
