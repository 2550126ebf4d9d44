package centrasage.payments.allocate;

import centrasage.money.Money;
import centrasage.sage200.ledger.EntryKind;
import java.time.LocalDate;

/**
 * A posted transaction of an order's customer account.
 *
 * @param urn Sage's number of it
 * @param value of the whole transaction, above zero
 */
record Entry(EntryKind kind, String urn, LocalDate date, Money value) {}
