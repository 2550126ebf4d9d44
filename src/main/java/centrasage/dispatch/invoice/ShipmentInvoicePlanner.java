package centrasage.dispatch.invoice;

import centrasage.centra.Shipment;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.SalesDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what becomes of one completed shipment of an order that is not posted itself: a ledger invoice exactly so, skipped, or held with
 * all the reasons. What was charged beside the goods goes with the first one. Asks nobody and looks at no clock.
 */
public final class ShipmentInvoicePlanner {
    private static final int REFERENCE_MAX = 20;

    /** Before the shipment's number, which has a dash of its own: no payment of the order has two. */
    private static final String SECOND = "S-";

    private static final int BASE = 36;

    private final Function<ShipmentInvoice, String> text;

    /** @param text writes the invoice down as the JSON text of a {@link Command} */
    public ShipmentInvoicePlanner(Function<ShipmentInvoice, String> text) {
        this.text = text;
    }

    /**
     * @param order known, for the ledger, and not settled by hand
     * @param date of the despatch
     */
    public Plan plan(Shipment shipment, OrderStanding order, LocalDate date, Sold sold, Mappings mappings) {
        InvoiceReasons words = new InvoiceReasons(shipment);
        if (!order.isInvoicedByShipment()) {
            return new Plan.Hold(List.of(words.notValidated()));
        }
        InvoicedOrder invoiced = sold.order();
        if (invoiced == null) {
            return new Plan.Hold(List.of(words.orderUnknown()));
        }
        List<Reason> reasons = new ArrayList<>();
        if (!sold.byHand().isEmpty()) {
            reasons.add(words.othersByHand(sold.byHand()));
        }
        if (invoiced.parts().stream().anyMatch(part -> part.origin().kind() == InvoicedOrder.Kind.CERTIFICATE)) {
            reasons.add(words.certificate());
        }
        Parcel parcel = new Parcel(shipment, invoiced, sold.before(), words, reasons::add);
        if (!reasons.isEmpty()) {
            return new Plan.Hold(reasons);
        }
        ShipmentInvoice invoice = new Invoicing(invoiced, sold.before(), parcel, words, reasons)
                .of(secondReference(shipment), date, mappings.on(date));
        if (!reasons.isEmpty()) {
            return new Plan.Hold(reasons);
        }
        return invoice == null ? new Plan.Skip(words.noValue()) : new Plan.Post(command(shipment, invoice));
    }

    private Command command(Shipment shipment, ShipmentInvoice invoice) {
        SalesDocument document = invoice.document();
        return new Command(
                new PostingKey(document.company(), PostingKind.LEDGER_INVOICE, shipment.number()),
                OrderName.object(document.company(), document.reference()),
                document.value(),
                new Money(document.tax(), document.value().currency()),
                document.date(),
                fingerprint(shipment),
                text.apply(invoice));
    }

    /** The number itself where there is room for it, or else a shorter form of it. */
    static String secondReference(Shipment shipment) {
        String whole = SECOND + shipment.number();
        if (whole.length() <= REFERENCE_MAX) {
            return whole;
        }
        String count = shipment.number().substring(shipment.number().lastIndexOf('-') + 1);
        return SECOND + Long.toString(shipment.order(), BASE).toUpperCase(Locale.ROOT) + "-" + count;
    }

    /** What was in it. Who carries it is no part, and neither is where it left from. */
    public static String fingerprint(Shipment shipment) {
        return Sha256.hex("shipment-invoice/1\n" + shipment.number() + "\n"
                + shipment.lines().stream()
                        .map(line -> line.orderLine() + " " + line.quantity())
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }
}
