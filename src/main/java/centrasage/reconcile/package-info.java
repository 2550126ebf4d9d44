/**
 * Whether everything agrees, before go-live and every night.
 *
 * <ol>
 *   <li>{@code mapping}: the mappings against Sage 200 as it is now, and against themselves.
 *   <li>{@code site}: how Sage 200 is set up, as a consultant would look at it.
 *   <li>{@code drift}: what was posted against what Sage 200 holds of it by now; nothing is ever written there.
 *   <li>{@code completeness}: by number and both ways, what happened in Centra on some days against what Sage 200 has of it. It goes on to
 *       {@code received}, the money and the returns that never arrived; {@code entries}, what was posted to ledgers and banks; and
 *       {@code open}, what is open there.
 *   <li>{@code worklist} and {@code cutoff}: what waits for a person in Sage 200, and how a day stood at its end.
 *   <li>{@code finding}: what a check finds, and how people hear of it.
 * </ol>
 */
@NullMarked
package centrasage.reconcile;

import org.jspecify.annotations.NullMarked;
