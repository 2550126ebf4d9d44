package centrasage.console.payouts;

import centrasage.sync.store.Posting;

/**
 * What is posted to Sage for a payout, or is to be.
 *
 * @param name which posting of the payout it is, in words
 * @param account the banks or the bank and nominal account that it moves, in words; empty where it has no command yet
 */
public record PostedRow(Posting posting, String name, String account) {}
