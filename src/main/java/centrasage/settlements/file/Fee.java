package centrasage.settlements.file;

import centrasage.money.Money;

/**
 * A part of what a provider keeps of a payment.
 *
 * @param amount in the currency of the batch; below zero where it is given back
 */
public record Fee(FeeKind kind, Money amount) {}
