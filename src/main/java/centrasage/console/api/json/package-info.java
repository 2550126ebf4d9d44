/** The shapes that the REST API answers with: amounts as text with their currency, times in UTC. */
@NullMarked
package centrasage.console.api.json;

import org.jspecify.annotations.NullMarked;
