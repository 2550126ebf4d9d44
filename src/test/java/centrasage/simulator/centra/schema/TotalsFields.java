package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.schema.MoneyFields.TaxShare;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Taxed;
import centrasage.simulator.trade.Totals;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.function.ToLongFunction;

/** The totals of an order. */
final class TotalsFields {
    private TotalsFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        Fields<CentraOrder> fields = new Fields<>();
        quantities(fields);
        amounts(fields);
        taxes(fields);
        fields.addTo(wiring, "OrderTotals");
    }

    private static void quantities(Fields<CentraOrder> fields) {
        fields.with("quantity", order -> order.totals().quantity())
                .with(
                        "originalQuantity",
                        order -> order.totals().quantity() + order.totals().cancelled())
                .with("cancelledQuantity", order -> order.totals().cancelled());
    }

    private static void amounts(Fields<CentraOrder> fields) {
        fields.with("lineValues", order -> amount(order, Totals::lineValues))
                .with("handling", order -> amount(order, Totals::handlingMinor))
                .with("shipping", order -> amount(order, Totals::shippingMinor))
                .with(
                        "discounts",
                        order -> DiscountFields.signed(order, order.totals().discountsMinor()))
                .with("taxAdded", order -> amount(order, Totals::taxAdded))
                .with("taxDeducted", order -> amount(order, Totals::taxDeducted))
                .with("taxIncluded", order -> amount(order, Totals::taxIncluded));
    }

    private static void taxes(Fields<CentraOrder> fields) {
        fields.with(
                        "shippingTaxAdded",
                        order -> amount(order, totals -> totals.mode().added(totals.shippingTax())))
                .with(
                        "shippingTaxDeducted",
                        order -> amount(order, totals -> totals.mode().deducted(totals.shippingTax())))
                .with(
                        "shippingTaxIncluded",
                        order -> amount(order, totals -> totals.mode().included(totals.shippingTax())))
                .with("shippingTaxRules", order -> shares(order, order.totals().shipping(), 1))
                .with("handlingTaxRules", order -> shares(order, order.totals().handling(), 1))
                .with("discountTaxRules", TotalsFields::discountTaxes);
    }

    private static List<TaxShare> discountTaxes(CentraOrder order) {
        int sign = order.trade().basket().signs().negativeDiscountTax() ? -1 : 1;
        return shares(order, order.totals().discounts(), sign);
    }

    private static List<TaxShare> shares(CentraOrder order, List<Taxed> parts, int sign) {
        return parts.stream()
                .flatMap(part -> MoneyFields.shares(order, part.vatPercent(), sign * part.tax()).stream())
                .toList();
    }

    private static Amount amount(CentraOrder order, ToLongFunction<Totals> minor) {
        return Amount.of(order, minor.applyAsLong(order.totals()));
    }
}
