/** Centra's documents as values: what was received, before any decision. Amounts are as Centra wrote them, unjudged. */
@NullMarked
package centrasage.centra;

import org.jspecify.annotations.NullMarked;
