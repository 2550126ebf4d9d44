package centrasage.settlements.statement;

import centrasage.money.Money;
import java.time.LocalDate;

/**
 * A line of a bank statement.
 *
 * @param account as the statement names it, such as an IBAN
 * @param date on which it counts
 * @param amount above zero where it came in
 * @param text all that the bank says of it, references among it
 */
public record StatementLine(String account, LocalDate date, Money amount, String text) {}
