/**
 * Documents in Sage 200: found by their key, written exactly once, every answer to a write judged in one place, {@link
 * centrasage.sage200.client.SageAnswers}.
 *
 * <ol>
 *   <li>Sales orders and the corrections of their totals: {@link centrasage.sage200.client.SageOrders}.
 *   <li>Despatches and their tracking: {@link centrasage.sage200.client.SageDespatches}; what Sage's own people despatch, {@link
 *       centrasage.sage200.client.DespatchChanges}.
 * </ol>
 *
 * What may be asked again is in {@code read}, who holds a record in {@code locks}, the sign-in in {@code signin}, the connection in {@code
 * wire}.
 */
@NullMarked
package centrasage.sage200.client;

import org.jspecify.annotations.NullMarked;
