/**
 * The purchase ledger as Sage 200 keeps it, as far as payment providers are suppliers of the shop.
 *
 * <ol>
 *   <li>{@link SupplierMoney} takes payments to suppliers and receipts from them, and books each in the ledger and in the bank.
 *   <li>{@link PurchaseViews} shows suppliers and posted rows with what belongs to them.
 *   <li>{@link PurchaseRoutes} is the API, and what an auditor sees.
 * </ol>
 */
@NullMarked
package centrasage.simulator.sage200.purchases;

import org.jspecify.annotations.NullMarked;
