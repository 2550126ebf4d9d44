package centrasage.settlements.stripe;

import centrasage.money.Money;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.read.BadCell;
import centrasage.settlements.read.Cells;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What a row of Stripe's comes to.
 *
 * @param gross in the currency that the shopper saw
 * @param rate by which it is worth so much in the currency of the payout
 * @param off by how much the net is more than gross less fee, all three of them in the currency of the payout
 */
record StripeAmounts(Money gross, BigDecimal rate, Money fee, Money net, Money off) {
    private static final int RATE_DECIMALS = 16;

    static StripeAmounts of(Cells cells, StripeColumns columns, Currency currency, StripeCategory category)
            throws BadCell {
        StripeColumns.Amounts amounts = columns.amounts();
        BigDecimal gross = cells.signed(amounts.gross(), currency);
        if (gross.signum() * category.sign() < 0) {
            throw cells.bad(
                    amounts.gross(),
                    "has the wrong sign for a " + cells.text(columns.category()),
                    "Ask Stripe about this line");
        }
        Money paid = new Money(gross, currency);
        Money fee = new Money(cells.signed(amounts.fee(), currency), currency);
        Money net = new Money(cells.signed(amounts.net(), currency), currency);
        StripeAmounts all = new StripeAmounts(paid, BigDecimal.ONE, fee, net, net.minus(paid.minus(fee)));
        return category.kind().isOfPayment() ? all.seen(cells, amounts) : all.checked(cells, columns, category.kind());
    }

    /** A payout's net is proven by all other lines, whatever its gross is. */
    private StripeAmounts checked(Cells cells, StripeColumns columns, LineKind kind) throws BadCell {
        if (!fee.isZero() && kind != LineKind.FEE) {
            throw cells.bad(
                    columns.amounts().fee(),
                    "is a fee, and a line of category " + cells.text(columns.category()) + " has none",
                    "Ask Stripe what it is for");
        }
        if (!off.isZero() && !columns.isOfPayout(cells)) {
            throw cells.bad(
                    columns.amounts().net(),
                    "is not its gross less its fee, " + gross.minus(fee),
                    "The line was changed: make the report again");
        }
        return this;
    }

    /** With the gross that the shopper saw, where that was in another currency. */
    private StripeAmounts seen(Cells cells, StripeColumns.Amounts columns) throws BadCell {
        if (gross.isZero() || cells.text(columns.facing()).isEmpty()) {
            return this;
        }
        Currency currency = cells.currency(columns.facingCurrency());
        if (currency.equals(gross.currency())) {
            return this;
        }
        BigDecimal size = cells.signed(columns.facing(), currency).abs();
        if (size.signum() == 0) {
            throw cells.bad(columns.facing(), "is nothing, and its gross is " + gross, "Ask Stripe about this line");
        }
        return new StripeAmounts(
                new Money(gross.isNegative() ? size.negate() : size, currency),
                gross.abs().amount().divide(size, RATE_DECIMALS, RoundingMode.HALF_UP),
                fee,
                net,
                off);
    }
}
