package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import java.math.BigDecimal;
import java.util.Currency;

/** Why a return is not credited, or not yet, in words, with what to do about it. */
final class CreditReasons {
    private static final String BY_HAND = StandingReasons.BY_HAND;

    /** The code of {@link #perhapsCredited}. */
    static final String PERHAPS_CREDITED = "PERHAPS_CREDITED";

    private final OrderReturn made;
    private final StandingReasons standing;

    CreditReasons(OrderReturn made) {
        this.made = made;
        this.standing = new StandingReasons("Return " + made.id(), made.order());
    }

    /** Those that have nothing to do with the goods. */
    StandingReasons standing() {
        return standing;
    }

    Reason notCompleted() {
        return new Reason(
                "RETURN_NOT_COMPLETED",
                Owner.CX,
                "It is not completed in Centra",
                "Nothing: it is planned again by itself once it is completed");
    }

    Reason deleted() {
        return new Reason("RETURN_DELETED", Owner.CX, "Centra has it no more", "Nothing to do");
    }

    Reason unknownStatus() {
        return reason(
                "RETURN_STATUS",
                "has the status " + made.status() + ", which is none that is known",
                "Report it to whoever maintains centra-sage200; if the goods are back, " + BY_HAND);
    }

    Reason notReturnedToStock() {
        return reason(
                "NOT_RETURNED_TO_STOCK",
                "is completed, and its goods did not go back on stock (refunds.credit-when)",
                "Nothing if they still will: it is posted by itself then. If they never do, " + BY_HAND);
    }

    /** @param refund the name and the value of what was credited for it */
    Reason perhapsCredited(String refund) {
        return reason(
                PERHAPS_CREDITED,
                "comes to " + made.currency() + " " + made.total().toPlainString()
                        + ", and nothing was given back for it yet; but refund " + refund
                        + ", which names no return, is credited already and may have been for it",
                "Find out in Centra what that refund was for. If it was for this return, credit in Sage 200 what it leaves, if"
                        + " anything, and resolve this. If not, refund the return at the return in Centra, and it is planned"
                        + " again by itself; or " + BY_HAND);
    }

    Reason otherCurrency(Currency currency) {
        return reason(
                "RETURN_CURRENCY",
                "is in " + made.currency() + " and its order in " + currency.getCurrencyCode(),
                "Compare both in Centra; " + BY_HAND);
    }

    Reason otherCurrencyInSage() {
        return reason(
                "RETURN_CURRENCY",
                "is in " + made.currency()
                        + ", and invoices or credit notes of its order in Sage 200 are in another currency",
                "Compare them in Sage 200; " + BY_HAND);
    }

    Reason amount() {
        return reason(
                "RETURN_AMOUNT",
                "comes to " + made.total().toPlainString() + ", or a line of it to an amount, that is none of "
                        + made.currency(),
                "Compare it in Centra; " + BY_HAND);
    }

    Reason giftCards() {
        return reason(
                "RETURN_OF_GIFT_CARD",
                "is of a gift card, or of an order that an old gift certificate has paid a part of, which this version does not"
                        + " credit",
                capital(BY_HAND));
    }

    Reason taxCode(Part part) {
        return reason(
                "RETURN_TAX_CODE",
                "has " + words(part) + " at " + part.rate()
                        + " VAT, and its order in Sage 200 has no tax code at this rate, or"
                        + " several that nothing tells apart",
                "Compare the VAT of the order in Centra and Sage 200; " + BY_HAND);
    }

    private static String words(Part part) {
        return switch (part.kind()) {
            case GOODS -> "goods (" + (part.sku().isEmpty() ? "without a SKU" : part.sku()) + ")";
            case SHIPPING -> "shipping";
            case HANDLING -> "handling";
            case VOUCHER -> "vouchers";
            case RETURN_COST -> "a return cost";
        };
    }

    Reason negative(String share, BigDecimal value) {
        return reason(
                "CREDIT_BELOW_ZERO",
                "takes more off than it gives (" + share + ": " + made.currency() + " " + value.toPlainString()
                        + "), which a credit note of Sage 200 cannot carry",
                capital(BY_HAND));
    }

    /** @param objection such as {@code does not know sop_returns} */
    Reason noSalesReturns(String company, String objection) {
        return new Reason(
                "SALES_RETURNS_MISSING",
                Owner.OPERATIONS,
                "refunds.credit-as is sop-return, and company " + company + " in Sage 200 " + objection,
                "Update Sage 200 to 2025 R1 or later, or give its user the sales returns; or set refunds.credit-as = credit-note"
                        + " and restart. Then plan again");
    }

    Reason notOnOrder(String sku) {
        return reason(
                "RETURN_NOT_ON_ORDER",
                "is of " + (sku.isEmpty() ? "goods without a SKU" : sku)
                        + ", which no line of its order in Sage 200 is",
                "See whether items.csv named another product when the order was posted; " + BY_HAND);
    }

    Reason noCharge(Part part) {
        return reason(
                "RETURN_CHARGE",
                "gives back " + words(part)
                        + ", and its order in Sage 200 has no charge for that, or several that nothing tells"
                        + " apart",
                capital(BY_HAND));
    }

    Reason notAsSold(BigDecimal sage) {
        return reason(
                "RETURN_NOT_AS_SOLD",
                "gives back " + made.currency() + " " + made.total().toPlainString()
                        + ", and at the prices at which its goods were" + " sold a sales return comes to "
                        + sage.toPlainString() + " (refunds.tolerance)",
                "Compare it with its order in Centra; " + BY_HAND);
    }

    Reason otherVat(BigDecimal centra, BigDecimal sage) {
        return reason(
                "RETURN_VAT_IN_SAGE",
                "gives back VAT of " + made.currency() + " " + centra.toPlainString() + ", and Sage 200 works out "
                        + sage.toPlainString() + " for a sales return (refunds.tolerance)",
                capital(BY_HAND));
    }

    Reason belowZeroInReturn() {
        return reason(
                "RETURN_CHARGE_BELOW_ZERO",
                "needs a charge below zero, such as for the return cost, and rounding.negative says that Sage 200 takes none, or the"
                        + " whole is not above zero",
                "Set rounding.negative = charge-line if the site's Sage 200 takes it, or " + BY_HAND);
    }

    private Reason reason(String code, String what, String remedy) {
        return standing.reason(code, what, remedy);
    }

    private static String capital(String words) {
        return StandingReasons.capital(words);
    }
}
