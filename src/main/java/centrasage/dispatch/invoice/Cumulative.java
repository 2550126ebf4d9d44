package centrasage.dispatch.invoice;

import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.InvoicedOrder.Charged;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an order comes to after some of its goods, tax code by tax code: each line in proportion to its pieces, rounded once. So that
 * whatever comes last takes what rounding left over, and all of it is what Centra charged.
 */
final class Cumulative {
    private final InvoicedOrder order;
    private final int decimals;

    Cumulative(InvoicedOrder order) {
        this.order = order;
        this.decimals = order.order().total().currency().getDefaultFractionDigits();
    }

    /**
     * @param goods how many of each line, by its id
     * @param besides whether with what was charged beside the goods
     */
    Map<Integer, Amounts> byTaxCode(Map<Long, Integer> goods, boolean besides) {
        Map<Integer, Amounts> sums = new TreeMap<>();
        for (Charged part : order.parts()) {
            sums.merge(part.taxCode(), of(part, goods, besides), Amounts::plus);
        }
        return sums;
    }

    /** Of one part. Its VAT follows from the value, and not from the pieces, so that it never grows by more than the value does. */
    Amounts of(Charged part, Map<Long, Integer> goods, boolean besides) {
        if (!isShared(part)) {
            return besides ? Amounts.of(part.gross(), part.vat()) : Amounts.NONE;
        }
        int pieces = goods.getOrDefault(part.origin().line(), 0);
        BigDecimal gross = share(part.gross(), BigDecimal.valueOf(pieces), BigDecimal.valueOf(part.quantity()));
        return Amounts.of(gross, gross.signum() == 0 ? BigDecimal.ZERO : share(part.vat(), gross, part.gross()));
    }

    /** Pennies of VAT that the whole order leaves on goods which cost nothing are no share of theirs: they go with the first invoice. */
    private static boolean isShared(Charged part) {
        return part.isGoods() && part.vat().signum() >= 0 && part.vat().compareTo(part.gross()) <= 0;
    }

    private BigDecimal share(BigDecimal whole, BigDecimal some, BigDecimal all) {
        return whole.multiply(some).divide(all, decimals, RoundingMode.HALF_UP);
    }
}
