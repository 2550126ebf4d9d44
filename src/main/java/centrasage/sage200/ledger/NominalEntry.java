package centrasage.sage200.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A transaction of the nominal ledger.
 *
 * @param account Sage's id of the nominal account
 * @param value in the company's own currency; a credit is below zero
 */
public record NominalEntry(String urn, long account, LocalDate date, BigDecimal value) {}
