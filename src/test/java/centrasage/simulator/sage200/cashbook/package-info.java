/**
 * The cash book as Sage 200 keeps it.
 *
 * <ol>
 *   <li>{@link CashBook} keeps the rows of each bank and the balances that follow from them.
 *   <li>{@link BankEntry} takes payments and receipts that concern no customer.
 *   <li>{@link BankTransfer} moves money from one bank to another.
 * </ol>
 */
@NullMarked
package centrasage.simulator.sage200.cashbook;

import org.jspecify.annotations.NullMarked;
