/**
 * Bank statements, to prove that payouts arrived: {@link centrasage.settlements.statement.StatementReader} reads MT940, CAMT.053 and a plain CSV,
 * {@link centrasage.settlements.statement.TakeStatements} is the step that takes them and looks which payout each line is.
 */
@NullMarked
package centrasage.settlements.statement;

import org.jspecify.annotations.NullMarked;
