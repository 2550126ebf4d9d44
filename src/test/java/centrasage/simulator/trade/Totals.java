package centrasage.simulator.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The totals of a basket, in minor units and in the terms of its price list.
 *
 * @param lines value and VAT of each line that counts
 * @param discounts what the discounts of the whole order take off, positive
 * @param credits of the discounts, those that are old gift certificates
 */
public record Totals(
        TaxMode mode,
        int quantity,
        int cancelled,
        List<Taxed> lines,
        List<Taxed> shipping,
        List<Taxed> handling,
        List<Taxed> discounts,
        List<Taxed> credits) {

    public Totals {
        lines = List.copyOf(lines);
        shipping = List.copyOf(shipping);
        handling = List.copyOf(handling);
        discounts = List.copyOf(discounts);
        credits = List.copyOf(credits);
    }

    static Totals of(Basket basket) {
        TaxMode mode = basket.taxMode();
        int quantity = 0;
        int cancelled = 0;
        List<Taxed> lines = new ArrayList<>();
        for (Line line : basket.lines()) {
            if (line.counts()) {
                quantity += line.quantity();
                cancelled += line.cancelledQuantity();
                lines.add(new Taxed(line.vatPercent(), line.valueMinor(), line.taxMinor(mode)));
            }
        }
        List<Taxed> shipping = Taxed.of(basket.shipping(), mode);
        List<Taxed> handling = Taxed.of(basket.handling(), mode);
        List<Taxed> charged =
                Stream.of(lines, shipping, handling).flatMap(List::stream).toList();
        DiscountTax tax = new DiscountTax(mode, charged);
        List<Taxed> discounts = tax.of(basket.discounts());
        List<Taxed> credits = tax.of(basket.discounts().stream()
                .filter(discount -> discount.type() == Discount.Type.VOUCHER_CREDIT)
                .toList());
        return new Totals(mode, quantity, cancelled, lines, shipping, handling, discounts, credits);
    }

    public long lineValues() {
        return Taxed.minor(lines);
    }

    public long shippingMinor() {
        return Taxed.minor(shipping);
    }

    public long shippingTax() {
        return Taxed.tax(shipping);
    }

    public long handlingMinor() {
        return Taxed.minor(handling);
    }

    public long discountsMinor() {
        return Taxed.minor(discounts);
    }

    public long taxIncluded() {
        return mode.included(tax());
    }

    public long taxAdded() {
        return mode.added(tax());
    }

    public long taxDeducted() {
        return mode.deducted(tax());
    }

    private long tax() {
        return Taxed.tax(lines) + shippingTax() + Taxed.tax(handling) - Taxed.tax(discounts);
    }

    /** What the customer pays. */
    public long grand() {
        return lineValues() + shippingMinor() + handlingMinor() - discountsMinor() + taxAdded() - taxDeducted();
    }

    /** The VAT in what the customer pays. */
    public long vat() {
        return mode.deducts() ? 0 : tax();
    }

    /** The VAT that is due: an old gift certificate is a payment, and takes no VAT off. */
    public long vatDue() {
        return mode.deducts() ? 0 : tax() + Taxed.tax(credits);
    }
}
