package centrasage.reconcile.entries;

import centrasage.money.Money;

/**
 * What Sage 200 holds under the references of an entry of ours.
 *
 * @param amount whatever its sign
 */
record InSage(String urn, Money amount) {}
