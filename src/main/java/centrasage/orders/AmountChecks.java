package centrasage.orders;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Whether the amounts of an order agree with each other, so that what Sage computes can be held against them. */
final class AmountChecks {
    static final int DECIMALS = 2;

    /** Far above any basket; keeps the arithmetic in whole pennies exact. */
    private static final BigDecimal UNBELIEVABLE = new BigDecimal("100000000");

    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String LOOK = "Compare the order in Centra; report it if Centra shows these amounts";

    private final Order order;
    private final Complaints complaints;

    AmountChecks(Order order, Complaints complaints) {
        this.order = order;
        this.complaints = complaints;
    }

    void run() {
        currency();
        Order.Totals totals = order.totals();
        amount("grand total", order.grandTotal());
        amount("value of the lines", totals.lineValues());
        amount("shipping", totals.shipping());
        amount("VAT of shipping", totals.shippingTaxIncluded());
        amount("VAT", totals.taxIncluded());
        OrderChecks.liveLines(order).forEach(this::line);
        kinds(totals);
        sums(totals);
    }

    private void currency() {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(order.currency())
                        && currency.getDefaultFractionDigits() == DECIMALS);
        if (!known) {
            complaints.add(
                    "CURRENCY",
                    FINANCE,
                    "the currency " + order.currency() + " is unknown or does not have two decimals",
                    "Enter the order in Sage 200 by hand");
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
                    "the VAT rate of " + line.productName() + " is " + percent.toPlainString() + " %",
                    "Correct the tax rules in Centra");
            return;
        }
        vatOf(line);
    }

    /** Sage's rates have two decimals. */
    static boolean isRate(BigDecimal percent) {
        return percent.signum() >= 0
                && percent.compareTo(HUNDRED) < 0
                && percent.stripTrailingZeros().scale() <= 2;
    }

    /** Centra may round once a unit, so that a line may be off by a penny for each. */
    private void vatOf(OrderLine line) {
        BigDecimal vat = line.gross().subtract(line.net());
        BigDecimal expected = line.gross()
                .multiply(line.taxPercent())
                .divide(HUNDRED.add(line.taxPercent()), 6, RoundingMode.HALF_UP);
        BigDecimal allowed = PENNY.multiply(BigDecimal.valueOf(Math.max(1, line.quantity())));
        if (vat.subtract(expected).abs().compareTo(allowed) > 0) {
            complaints.add(
                    "LINE_VAT",
                    FINANCE,
                    "the VAT of " + line.productName() + " is " + vat.toPlainString() + " where " + line.taxPercent()
                            + " % of " + line.gross().toPlainString() + " " + order.currency() + " would be "
                            + expected.setScale(DECIMALS, RoundingMode.HALF_UP),
                    LOOK);
        }
    }

    private void amount(String name, BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            complaints.add(
                    "TOO_MANY_DECIMALS",
                    FINANCE,
                    "the " + name + " is " + amount.toPlainString() + " " + order.currency()
                            + ", which cannot be paid to the penny",
                    LOOK);
        }
        if (amount.signum() < 0 || amount.compareTo(UNBELIEVABLE) >= 0) {
            complaints.add(
                    "AMOUNT", FINANCE, "the " + name + " is " + amount.toPlainString() + " " + order.currency(), LOOK);
        }
    }

    /** Amounts of kinds that have no rule yet. */
    private void kinds(Order.Totals totals) {
        if (order.grandTotal().signum() == 0) {
            complaints.add(
                    "ZERO_TOTAL",
                    FINANCE,
                    "the order's total is zero",
                    "Enter it in Sage 200 by hand if stock must move");
        }
        unsupported("HANDLING", "a handling charge", totals.handling());
        unsupported("ORDER_DISCOUNT", "discounts on the whole order", totals.discounts());
        unsupported("TAX_ADDED", "tax on top of its prices", totals.taxAdded());
        unsupported("TAX_DEDUCTED", "tax taken off its prices", totals.taxDeducted());
    }

    private void unsupported(String code, String name, BigDecimal amount) {
        if (amount.signum() != 0) {
            complaints.add(
                    code,
                    FINANCE,
                    "the order has " + name + " of " + amount.toPlainString() + " " + order.currency(),
                    "Enter the order in Sage 200 by hand, or wait for a version that posts it");
        }
    }

    private void sums(Order.Totals totals) {
        BigDecimal lines = order.lines().stream().map(OrderLine::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        // A bundle repeats its value on its items; bundles are held for themselves.
        boolean bundles = order.lines().stream().anyMatch(line -> line.type().startsWith("Bundle"));
        if (!bundles) {
            mustAgree("the values of the lines", lines, "Centra's total of the lines", totals.lineValues());
        }
        BigDecimal parts = totals.lineValues()
                .add(totals.shipping())
                .add(totals.handling())
                .subtract(totals.discounts())
                .add(totals.taxAdded())
                .subtract(totals.taxDeducted());
        mustAgree("lines, shipping, handling, discounts and taxes", parts, "the grand total", order.grandTotal());
    }

    private void mustAgree(String parts, BigDecimal sum, String whole, BigDecimal total) {
        if (sum.compareTo(total) != 0) {
            complaints.add(
                    "TOTALS",
                    FINANCE,
                    parts + " come to " + sum.toPlainString() + " and " + whole + " is " + total.toPlainString() + " "
                            + order.currency(),
                    LOOK);
        }
    }
}
