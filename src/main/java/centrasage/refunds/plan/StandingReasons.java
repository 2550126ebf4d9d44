package centrasage.refunds.plan;

import centrasage.flow.OrderStanding;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.List;

/** Why nothing is credited of an order, or not yet, whether goods came back or only money: in words, with what to do about it. */
final class StandingReasons {
    static final String BY_HAND = "enter its credit note in Sage 200 by hand, then resolve this";

    private final String what;
    private final long order;

    /** @param what such as {@code Return 12} */
    StandingReasons(String what, long order) {
        this.what = what;
        this.order = order;
    }

    Reason noValue() {
        return new Reason("NO_VALUE", Owner.FINANCE, "It comes to nothing", "Nothing to do");
    }

    Reason orderNotPosted(OrderStanding standing) {
        List<String> why = standing.reasons().stream().map(Reason::what).toList();
        return new Reason(
                "ORDER_NOT_POSTED",
                Owner.FINANCE,
                "Its order " + order + " is not posted to Sage 200"
                        + (why.isEmpty()
                                ? ": it is from before the cut-over (orders.from)"
                                : ": " + String.join("; ", why)),
                "Nothing: if the order is posted after all, it is planned again");
    }

    Reason givenUp() {
        return reason(
                "ORDER_GIVEN_UP",
                "belongs to an order that was settled by hand or cancelled in Sage 200",
                capital(BY_HAND));
    }

    Reason orderNotInSage() {
        return reason(
                "ORDER_NOT_IN_SAGE",
                "waits for its order, which is not in Sage 200 yet",
                "See what keeps the order: it is planned again by itself once the order is posted");
    }

    Reason notInvoiced() {
        return reason(
                "ORDER_NOT_INVOICED",
                "waits for the invoice of its order, which Sage 200 has not posted yet",
                "Print and post the order's invoice in Sage 200: the credit note is posted by itself after that");
    }

    Reason linesUnknown() {
        return reason(
                "ORDER_LINES_UNKNOWN",
                "cannot be given the tax codes of its order, because what was posted of it is not kept any more",
                capital(BY_HAND));
    }

    Reason aboveInvoice(Money value, Money credited, Money invoiced) {
        return reason(
                "CREDIT_ABOVE_INVOICE",
                "comes to " + value + (credited.isZero() ? "" : ", besides " + credited + " credited already")
                        + ", and Sage 200 has invoiced " + invoiced + " of its order",
                "If the rest of the order is still to be invoiced, post that invoice in Sage 200: it is planned again by itself."
                        + " Otherwise compare the returns in Centra; "
                        + BY_HAND);
    }

    Reason reason(String code, String words, String remedy) {
        return new Reason(code, Owner.FINANCE, what + " of order " + order + " " + words, remedy);
    }

    static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
