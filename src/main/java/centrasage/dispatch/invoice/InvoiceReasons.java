package centrasage.dispatch.invoice;

import centrasage.centra.Shipment;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.util.List;

/** Why a shipment is not invoiced, in words, with what to do about it. */
final class InvoiceReasons {
    private static final String BY_HAND = "enter its invoice in Sage 200 by hand, then resolve this";

    private final Shipment shipment;

    InvoiceReasons(Shipment shipment) {
        this.shipment = shipment;
    }

    Reason noValue() {
        return new Reason("NO_VALUE", Owner.FINANCE, "It comes to nothing", "Nothing to do");
    }

    Reason notValidated() {
        return reason(
                "ORDER_NOT_VALIDATED",
                "has left, and waits for its order, which cannot be validated yet",
                "See to the exception of the order: the shipment is invoiced by itself after that");
    }

    Reason orderUnknown() {
        return reason(
                "ORDER_LINES_UNKNOWN",
                "cannot be given the account and the tax codes of its order, because what was validated of it is not kept any more",
                capital(BY_HAND));
    }

    Reason othersByHand(List<String> numbers) {
        return reason(
                "OTHER_SHIPMENT_BY_HAND",
                "is of an order of which shipment " + String.join(", ", numbers)
                        + " was settled by hand, so nothing here knows what is invoiced of the order",
                capital(BY_HAND));
    }

    Reason certificate() {
        return reason(
                "PAID_WITH_CERTIFICATE",
                "is of an order of which an old gift certificate has paid a part, which this version does not invoice",
                capital(BY_HAND));
    }

    Reason bundleWithoutItems() {
        return reason(
                "BUNDLE_WITHOUT_ITEMS",
                "holds bundles, and Centra does not say which items",
                "Compare the shipment in Centra; " + BY_HAND);
    }

    Reason notOrdered(long line) {
        return reason(
                "SHIPPED_NOT_ORDERED",
                "holds line " + line + ", which its order had not when it was validated",
                "Compare the order in Centra; " + BY_HAND);
    }

    Reason aboveOrdered(long line, int shipped, int ordered) {
        return reason(
                "SHIPPED_ABOVE_ORDERED",
                "brings what is invoiced of line " + line + " to " + shipped + " pieces, and " + ordered
                        + " were ordered",
                "Compare the shipments of the order in Centra; " + BY_HAND);
    }

    Reason orderChanged(Money invoiced, Money wouldBe) {
        return reason(
                "ORDER_CHANGED_SINCE_INVOICE",
                "is of an order that has changed since its first invoice: " + invoiced
                        + " is invoiced of what would come to " + wouldBe + " now, or with other tax codes",
                "Compare the order in Centra with its invoices in Sage 200, correct these there; " + BY_HAND);
    }

    Reason belowZero(String share, BigDecimal value) {
        return reason(
                "INVOICE_BELOW_ZERO",
                "takes more off than it charges (" + share + ": " + value.toPlainString()
                        + "), which an invoice of Sage 200 cannot carry",
                capital(BY_HAND));
    }

    Reason giftCardNominal() {
        return reason(
                "NOMINAL_NOT_MAPPED",
                "is of an order with a gift card, and nominals.csv names no nominal account for the purpose gift-card",
                "Name the nominal account in nominals.csv and have the order planned again; or " + BY_HAND);
    }

    private Reason reason(String code, String what, String remedy) {
        return new Reason(code, Owner.FINANCE, "Shipment " + shipment.number() + " " + what, remedy);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
