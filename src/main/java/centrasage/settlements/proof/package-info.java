/**
 * Holds each clearing bank against what is known to be open in it: {@link centrasage.settlements.proof.OpenBook} adds it up, {@link centrasage.settlements.proof.ClearingBook} holds it against Sage's
 * own balance, {@link centrasage.settlements.proof.ProveClearing} is the step that tells people where both differ. From a bank down to its lines
 * leads {@link centrasage.settlements.proof.WaitingLines}, from an order to its payouts {@link centrasage.settlements.proof.OrderPayouts}.
 */
@NullMarked
package centrasage.settlements.proof;

import org.jspecify.annotations.NullMarked;
