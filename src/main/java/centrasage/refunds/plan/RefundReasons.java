package centrasage.refunds.plan;

import centrasage.centra.OrderPayments;
import centrasage.flow.Owner;
import centrasage.flow.Reason;

/** Why a refund without a return is not credited, or not yet, in words, with what to do about it. */
final class RefundReasons {
    /** What is no refund any more, as {@code Changes} knows it: told where its credit note was posted. */
    static final String GONE = "NO_REFUND_ANY_MORE";

    private final StandingReasons standing;
    private final OrderPayments.Entry refund;

    RefundReasons(OrderPayments payments, OrderPayments.Entry refund) {
        this.standing = new StandingReasons("Refund " + refund.id(), payments.order());
        this.refund = refund;
    }

    /** Those that have nothing to do with the money. */
    StandingReasons standing() {
        return standing;
    }

    static Reason gone() {
        return new Reason(
                GONE,
                Owner.FINANCE,
                "It is no refund without a return in Centra any more",
                "Nothing, unless the money was given back all the same: then enter its credit note in Sage 200 by hand");
    }

    Reason cameBack() {
        return new Reason(
                GONE,
                Owner.FINANCE,
                "Its money came in again, under the same reference: the customer does not have it",
                "Find out at the payment provider; nothing is reversed by itself");
    }

    Reason notDue() {
        return new Reason(
                "NO_CREDIT_DUE",
                Owner.FINANCE,
                "It gave back what was never sold, such as a line that was cancelled before it left, or what is credited already",
                "Nothing: it is planned again when payments, invoices or other credit notes of its order change");
    }

    Reason noVatRule() {
        return standing.reason(
                "REFUND_VAT_RULE",
                "is for no return, and nobody has decided what becomes of its VAT (refunds.without-return-vat is not set)",
                "Ask your VAT adviser, set refunds.without-return-vat and restart");
    }

    Reason otherCurrency(String currency) {
        return standing.reason(
                "REFUND_CURRENCY",
                "is in " + refund.currency() + ", and its order, or an invoice or credit note of it, in " + currency
                        + " or another currency",
                "Compare them in Centra and Sage 200; " + StandingReasons.BY_HAND);
    }

    Reason amount() {
        return standing.reason(
                "REFUND_AMOUNT",
                "comes to " + refund.value().toPlainString() + ", which is no amount of " + refund.currency(),
                "Compare it in Centra; " + StandingReasons.BY_HAND);
    }

    Reason nothingSold() {
        return standing.reason(
                "REFUND_NOTHING_SOLD",
                "cannot be split over what was sold, because nothing of its order bears a tax code that Sage 200 has: a gift card is no"
                        + " sale",
                StandingReasons.capital(StandingReasons.BY_HAND));
    }

    Reason booking() {
        return standing.reason(
                "GOODWILL_BOOKING",
                "lessens no sale (refunds.without-return-vat = none), and the row of nominals.csv for goodwill has no nominal or no"
                        + " tax_code",
                "Give it the account of what is given away, and a tax code that is off the VAT return; it is planned again by itself");
    }

    Reason bearsVat(int taxCode) {
        return standing.reason(
                "GOODWILL_TAX_CODE",
                "lessens no sale (refunds.without-return-vat = none), and the tax code " + taxCode
                        + " of the row of nominals.csv for goodwill is not in Sage 200, or bears VAT",
                "Name a tax code that is off the VAT return; it is planned again by itself");
    }
}
