/**
 * Settlement files in the store: each content once, its batches with their versions, and all lines, with what each settles.
 *
 * <p>{@link centrasage.settlements.store.SettlementFiles} and {@link centrasage.settlements.store.SettlementBatches} are entities;
 * {@link centrasage.settlements.store.SettlementLines}, of which there may be a million in a file, are rows written and read in bulk. {@link
 * centrasage.settlements.store.BatchBases} has what each batch has moved in clearing banks of other currencies, in the company's own.
 */
@NullMarked
package centrasage.settlements.store;

import org.jspecify.annotations.NullMarked;
