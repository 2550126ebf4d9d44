package centrasage.simulator.centra.shipment;

import centrasage.simulator.trade.TaxMode;
import centrasage.simulator.trade.Taxed;
import java.util.List;

/**
 * What a return comes to beside its goods, in the terms of the order's price list, all of it positive.
 *
 * @param voucher what the vouchers of the order had taken off, and is not given back
 * @param returnCost a fee that lessens the refund
 */
public record ReturnAmounts(List<Taxed> shipping, List<Taxed> handling, List<Taxed> voucher, List<Taxed> returnCost) {
    public ReturnAmounts {
        shipping = List.copyOf(shipping);
        handling = List.copyOf(handling);
        voucher = List.copyOf(voucher);
        returnCost = List.copyOf(returnCost);
    }

    /** What the customer gets back for goods and charges together. */
    public long grand(TaxMode mode, List<Taxed> goods) {
        long tax = tax(goods);
        return Taxed.minor(goods)
                + Taxed.minor(shipping)
                + Taxed.minor(handling)
                - Taxed.minor(voucher)
                - Taxed.minor(returnCost)
                + mode.added(tax)
                - mode.deducted(tax);
    }

    /** The VAT of it, whether the prices hold it or not. */
    public long tax(List<Taxed> goods) {
        return Taxed.tax(goods)
                + Taxed.tax(shipping)
                + Taxed.tax(handling)
                - Taxed.tax(voucher)
                - Taxed.tax(returnCost);
    }
}
