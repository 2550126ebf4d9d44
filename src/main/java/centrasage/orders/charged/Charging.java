package centrasage.orders.charged;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Works out what each part of an order was charged, and whether that comes to Centra's own totals. */
public final class Charging {
    private static final String LOOK = "Compare the order in Centra; report it if Centra shows these amounts";

    private final Order order;
    private final Order.Totals totals;
    private final Bundles bundles;
    private final boolean areVouchersTender;
    private final Complaints complaints;

    /** @param areVouchersTender whether what a voucher for credit took off was paid with it, rather than given */
    public Charging(Order order, boolean areVouchersTender, Complaints complaints) {
        this.order = order;
        this.totals = order.totals();
        this.bundles = new Bundles(order);
        this.areVouchersTender = areVouchersTender;
        this.complaints = complaints;
    }

    /** The parts as far as they can be told; whether they may be posted is for the complaints to say. */
    public Charges charges() {
        lineTotal();
        grandTotal();
        Reading reading = reading();
        Surcharge surcharge = new Surcharge(order, reading, complaints);
        List<Part> lines = bundles.posted(reading, complaints);
        List<Part> shipping = surcharge.shipping();
        List<Part> handling = surcharge.handling();
        BigDecimal credit = credit();
        BigDecimal discount = discount(reading).subtract(credit);
        if (discount.signum() < 0) {
            disagree("What gift certificates paid", credit, "the total of the discounts", discount(reading));
        }
        Charges charges = new Charges(lines, shipping, handling, vat(reading, lines), discount, credit, false);
        return discount.signum() > 0 && complaints.none()
                ? new Discounting(order, complaints).spread(charges)
                : charges;
    }

    /** What was deducted may be missing in the lines and be there in their total; the grand total then decides alone. */
    private void lineTotal() {
        if (totals.taxDeducted().signum() != 0) {
            return;
        }
        BigDecimal gross = sum(OrderLine::gross);
        if (gross.compareTo(totals.lineValues()) != 0 && sum(OrderLine::net).compareTo(totals.lineValues()) != 0) {
            disagree("The values of the lines", gross, "Centra's total of the lines", totals.lineValues());
        }
    }

    /** Nobody says whether Centra writes discounts with a minus; they are taken off either way. */
    private void grandTotal() {
        BigDecimal parts = totals.lineValues()
                .add(totals.shipping())
                .add(totals.handling())
                .subtract(totals.discounts().abs())
                .add(totals.taxAdded())
                .subtract(totals.taxDeducted());
        if (parts.compareTo(order.grandTotal()) != 0) {
            disagree("Lines, shipping, handling, discounts and taxes", parts, "the grand total", order.grandTotal());
        }
    }

    private Reading reading() {
        Optional<Reading> reading = Stream.of(Reading.values())
                .filter(way -> way == Reading.WITH_TAX || totals.taxDeducted().signum() != 0)
                .filter(way -> total(way).compareTo(order.grandTotal()) == 0)
                .findFirst();
        if (reading.isEmpty() && complaints.none()) {
            disagree(
                    "Lines, shipping, handling and discounts with the tax of each",
                    total(Reading.WITH_TAX),
                    "the grand total",
                    order.grandTotal());
        }
        return reading.orElse(Reading.WITH_TAX);
    }

    private BigDecimal total(Reading way) {
        return sum(line -> way == Reading.WITH_TAX ? line.gross() : line.net())
                .add(way.charged(totals.shipping(), totals.shippingTaxes()))
                .add(way.charged(totals.handling(), totals.handlingTaxes()))
                .subtract(discount(way));
    }

    /** What the discounts of the whole order took off what the customer pays. */
    private BigDecimal discount(Reading way) {
        return way.charged(
                totals.discounts().abs(),
                totals.discountTaxes().stream().map(Charging::unsigned).toList());
    }

    /** The tax of a discount may be written with a minus, as the discount itself. */
    static Order.TaxShare unsigned(Order.TaxShare tax) {
        return new Order.TaxShare(
                tax.percent(),
                tax.added().abs(),
                tax.deducted().abs(),
                tax.included().abs());
    }

    /** An old gift certificate looks like a discount and is a payment, where the site says so. */
    private BigDecimal credit() {
        return order.discounts().stream()
                .filter(discount -> areVouchersTender && discount.type().equals("AppliedVoucherCredit"))
                .map(discount -> discount.value().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where tax was deducted, nobody says whether what Centra calls included still counts it. */
    private BigDecimal vat(Reading reading, List<Part> lines) {
        if (reading == Reading.WITHOUT_TAX) {
            return BigDecimal.ZERO;
        }
        BigDecimal stated = totals.taxIncluded().add(totals.taxAdded());
        BigDecimal ofLines = lines.stream().map(Part::vat).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal less = stated.subtract(totals.taxDeducted());
        boolean lessIsNearer =
                less.subtract(ofLines).abs().compareTo(stated.subtract(ofLines).abs()) < 0;
        return lessIsNearer ? less : stated;
    }

    private BigDecimal sum(Function<OrderLine, BigDecimal> amount) {
        return bundles.counted().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void disagree(String parts, BigDecimal sum, String whole, BigDecimal total) {
        complaints.add(
                "TOTALS",
                FINANCE,
                parts + " come to " + AmountChecks.written(order, sum) + " and " + whole + " is "
                        + AmountChecks.written(order, total),
                LOOK);
    }
}
