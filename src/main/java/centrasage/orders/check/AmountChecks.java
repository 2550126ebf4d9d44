package centrasage.orders.check;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Whether the amounts of an order agree with each other, so that what Sage computes can be held against them. */
public final class AmountChecks {
    public static final int DECIMALS = 2;

    /** Far above any basket; keeps the arithmetic in whole pennies exact. */
    private static final BigDecimal UNBELIEVABLE = new BigDecimal("100000000");

    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String LOOK = "Compare the order in Centra; report it if Centra shows these amounts";

    private final Order order;
    private final Complaints complaints;

    public AmountChecks(Order order, Complaints complaints) {
        this.order = order;
        this.complaints = complaints;
    }

    public void run() {
        currency();
        Order.Totals totals = order.totals();
        amount("grand total", order.grandTotal());
        amount("value of the lines", totals.lineValues());
        amount("shipping", totals.shipping());
        amount("handling", totals.handling());
        decimals("total of the discounts", totals.discounts());
        decimals("tax added", totals.taxAdded());
        decimals("tax deducted", totals.taxDeducted());
        decimals("VAT of shipping", totals.shippingTaxIncluded());
        decimals("VAT", totals.taxIncluded());
        OrderChecks.liveLines(order).forEach(this::line);
        shippingVat(totals);
        taxes(totals);
    }

    private void currency() {
        boolean known = decimals(order.currency()) == DECIMALS;
        if (!known) {
            complaints.add(
                    "CURRENCY",
                    FINANCE,
                    "The currency " + order.currency() + " is unknown or does not have two decimals",
                    ByHand.ENTER);
        }
    }

    private static int decimals(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    private void line(OrderLine line) {
        amount("value of " + line.productName(), line.gross());
        amount("net value of " + line.productName(), line.net());
        BigDecimal percent = line.taxPercent();
        if (!isRate(percent)) {
            complaints.add(
                    "VAT_RATE",
                    FINANCE,
                    "The VAT rate of " + line.productName() + " is " + percent.toPlainString() + " %",
                    "Correct the tax rules in Centra");
            return;
        }
        // A bundle may hold goods of several rates; its items are what is posted.
        if (!line.type().equals("BundleOrderLine")) {
            vatOf(line);
        }
    }

    /** Sage's rates have two decimals. */
    public static boolean isRate(BigDecimal percent) {
        return percent.signum() >= 0
                && percent.compareTo(HUNDRED) < 0
                && percent.stripTrailingZeros().scale() <= 2;
    }

    private void taxes(Order.Totals totals) {
        Stream.of(totals.shippingTaxes(), totals.handlingTaxes(), totals.discountTaxes())
                .flatMap(List::stream)
                .forEach(this::tax);
    }

    private void tax(Order.TaxShare tax) {
        String name = "tax of " + tax.percent().toPlainString() + " %";
        decimals(name, tax.added());
        decimals(name, tax.deducted());
        decimals(name, tax.included());
        if (!isRate(tax.percent())) {
            complaints.add(
                    "VAT_RATE",
                    FINANCE,
                    "The VAT rate of shipping, handling or a discount is "
                            + tax.percent().toPlainString() + " %",
                    "Correct the tax rules in Centra");
        }
    }

    /** None where it was deducted. Centra may round once a unit, so that a line may be off by a penny for each. */
    private void vatOf(OrderLine line) {
        BigDecimal vat = line.gross().subtract(line.net());
        if (vat.signum() == 0 && order.totals().taxDeducted().signum() != 0) {
            return;
        }
        BigDecimal expected = new VatRate(line.taxPercent()).inside(line.gross());
        BigDecimal allowed = PENNY.multiply(BigDecimal.valueOf(Math.max(1, line.quantity())));
        if (vat.subtract(expected).abs().compareTo(allowed) > 0) {
            complaints.add(
                    "LINE_VAT",
                    FINANCE,
                    "The VAT of " + line.productName() + " is " + written(order, vat) + " where "
                            + line.taxPercent().toPlainString() + " % of " + written(order, line.gross()) + " would be "
                            + written(order, expected.setScale(DECIMALS, RoundingMode.HALF_UP)),
                    LOOK);
        }
    }

    private void amount(String name, BigDecimal amount) {
        decimals(name, amount);
        if (amount.signum() < 0 || amount.compareTo(UNBELIEVABLE) >= 0) {
            complaints.add("AMOUNT", FINANCE, "The " + name + " is " + written(order, amount), LOOK);
        }
    }

    private void decimals(String name, BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            complaints.add(
                    "TOO_MANY_DECIMALS",
                    FINANCE,
                    "The " + name + " is " + written(order, amount) + ", which cannot be paid to the penny",
                    LOOK);
        }
    }

    private void shippingVat(Order.Totals totals) {
        if (totals.shipping().signum() == 0 && totals.shippingTaxIncluded().signum() != 0) {
            complaints.add(
                    "SHIPPING_VAT",
                    FINANCE,
                    "The order has no shipping, and VAT of shipping of " + written(order, totals.shippingTaxIncluded()),
                    LOOK);
        }
    }

    /** As {@link centrasage.money.Money} writes it: {@code GBP 9.90}, and also what no money can be. */
    public static String written(Order order, BigDecimal amount) {
        int decimals = Math.max(DECIMALS, amount.stripTrailingZeros().scale());
        return order.currency() + " " + amount.setScale(decimals).toPlainString();
    }
}
