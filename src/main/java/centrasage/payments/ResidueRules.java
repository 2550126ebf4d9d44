package centrasage.payments;

import java.math.BigDecimal;
import java.time.Period;

/**
 * What the operator decided of pennies that stay open, where they are to be cleared.
 *
 * @param most of one order in all, in the currency of its account: {@code open-items.residue-tolerance}
 * @param after how long nothing has come to the account of the order: {@code open-items.residue-after}
 */
public record ResidueRules(BigDecimal most, Period after) {}
