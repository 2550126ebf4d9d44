package centrasage.simulator.trade;

/**
 * The totals of a basket, in minor units, VAT included unless named tax.
 *
 * @param discounts what the discounts of the whole order take off, positive
 * @param tax all VAT contained: of the lines, of shipping, less that of the discounts
 */
public record Totals(
        int quantity, int cancelled, long lineValues, long shipping, long shippingTax, long discounts, long tax) {

    static Totals of(Basket basket) {
        int quantity = 0;
        int cancelled = 0;
        long lineValues = 0;
        long lineTax = 0;
        for (Line line : basket.lines()) {
            if (line.counts()) {
                quantity += line.quantity();
                cancelled += line.cancelledQuantity();
                lineValues += line.valueMinor();
                lineTax += line.taxMinor();
            }
        }
        long discounts = basket.discounts().stream().mapToLong(Discount::minor).sum();
        long shippingTax = Vat.inside(basket.shippingMinor(), basket.vatPercent());
        long discountTax = Vat.inside(discounts, basket.vatPercent());
        long tax = lineTax + shippingTax - discountTax;
        return new Totals(quantity, cancelled, lineValues, basket.shippingMinor(), shippingTax, discounts, tax);
    }

    public long grand() {
        return lineValues + shipping - discounts;
    }
}
