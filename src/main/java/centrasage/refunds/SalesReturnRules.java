package centrasage.refunds;

import java.math.BigDecimal;

/**
 * What the operator decided that concerns sales returns: {@code refunds.credit-as = sop-return}.
 *
 * @param tolerance how far Sage's total and VAT of a return may be from Centra's for each of its lines: {@code refunds.tolerance}
 * @param takesBelowZero whether the site's Sage takes a charge that takes something off: {@code rounding.negative = charge-line}
 */
public record SalesReturnRules(BigDecimal tolerance, boolean takesBelowZero) {}
