package centrasage.dispatch.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Shipment;
import centrasage.flow.Command;
import centrasage.flow.OrderStanding;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.InvoicedOrder.Charged;
import centrasage.sage200.ledger.InvoicedOrder.Kind;
import centrasage.sage200.ledger.InvoicedOrder.Origin;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocument.NominalShare;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is invoiced of an order, shipment by shipment, until all of it is. */
class ShipmentInvoicePlannerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String SALES = "33,sales,*,*,4000,WEB,UK,\n";
    private static final String SHIPPING = "33,shipping,*,*,4905,,,\n";

    private static final OrderStanding VALIDATED = new OrderStanding(
            new PostingKey("33", PostingKind.ORDER, "10234"),
            PostingState.SKIPPED,
            List.of(new Reason(OrderStanding.VALIDATED_ONLY, Owner.FINANCE, "It is validated", "Nothing")));

    private final ShipmentInvoicePlanner planner = new ShipmentInvoicePlanner(ShipmentInvoiceJson::write);

    private static Mappings mappings(String nominals) {
        try {
            return Mappings.parse(Map.of(
                    "companies.csv", "company,vat_rounding,ship_from,handling_charge\n33,per-line,GB,CARRIAGE\n",
                    "accounts.csv", "store,market,currency,country,company,customer\n,,,,,CENTGBP1\n",
                    "vat.csv",
                            "company,ship_from,country,region,customer_kind,value_to,rate,applies_to,tax_code\n33,,,,,,20,,1\n",
                    "warehouses.csv",
                            "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n,,WEB,centra,yes,\n",
                    "nominals.csv",
                            "company,purpose,detail,currency,nominal,cost_centre,department,tax_code\n" + nominals));
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }

    private static Charged goods(long line, int quantity, String gross, String vat, int taxCode) {
        return new Charged(
                new Origin(Kind.GOODS, line), quantity, new BigDecimal(gross), new BigDecimal(vat), taxCode, null);
    }

    private static Charged beside(Kind kind, String gross, String vat, int taxCode) {
        return new Charged(Origin.beside(kind), 1, new BigDecimal(gross), new BigDecimal(vat), taxCode, null);
    }

    private static InvoicedOrder order(String currency, Charged... parts) {
        BigDecimal total = sum(List.of(parts).stream().map(Charged::gross).toList());
        BigDecimal vat = sum(List.of(parts).stream().map(Charged::vat).toList());
        NewSalesOrder order = new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C10234",
                LocalDate.of(2026, 11, 20),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(),
                Money.of(total, currency),
                Money.of(vat, currency));
        return new InvoicedOrder(order, List.of(parts));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Shipment.Line line(long line, int quantity) {
        return new Shipment.Line(line, "ProductOrderLine", quantity, List.of("Main warehouse"));
    }

    private static Shipment shipment(int count, Shipment.Line... lines) {
        Instant moment = Instant.parse("2026-11-24T10:00:00Z");
        return new Shipment(
                count,
                "10234-" + count,
                10234,
                moment,
                true,
                moment,
                new Shipment.Tracking("", "", ""),
                false,
                null,
                BigDecimal.TEN,
                "GBP",
                List.of(lines),
                List.of());
    }

    private Plan plan(Shipment shipment, InvoicedOrder order, List<ShipmentInvoice> before) {
        return plan(shipment, new Sold(order, before, List.of()), SALES + SHIPPING);
    }

    private Plan plan(Shipment shipment, Sold sold, String nominals) {
        return planner.plan(shipment, VALIDATED, DAY, sold, mappings(nominals));
    }

    private static ShipmentInvoice invoice(Plan plan) {
        assertThat(plan).isInstanceOf(Plan.Post.class);
        return ShipmentInvoiceJson.read(((Plan.Post) plan).command().document());
    }

    /** Each after those before it. */
    private List<ShipmentInvoice> invoices(InvoicedOrder order, Shipment... shipments) {
        List<ShipmentInvoice> made = new ArrayList<>();
        for (Shipment shipment : shipments) {
            made.add(invoice(plan(shipment, order, List.copyOf(made))));
        }
        return made;
    }

    private static List<String> codes(Plan plan) {
        return plan.match(
                post -> List.of(),
                skip -> List.of(skip.reason().code()),
                hold -> hold.reasons().stream().map(Reason::code).toList());
    }

    private static TaxShare share(int taxCode, String goods, String tax) {
        return new TaxShare(taxCode, new BigDecimal(goods), new BigDecimal(tax));
    }

    @Test
    void one_shipment_of_everything_is_the_order_to_the_penny() {
        InvoicedOrder order = order(
                "GBP",
                goods(1, 2, "48.00", "8.00", 1),
                goods(2, 1, "9.00", "0.00", 2),
                beside(Kind.SHIPPING, "4.80", "0.80", 1));
        Plan plan = plan(shipment(1, line(1, 2), line(2, 1)), order, List.of());
        SalesDocument document = invoice(plan).document();
        assertThat(document.value()).isEqualTo(Money.of("61.80", "GBP"));
        assertThat(document.taxes()).containsExactly(share(1, "44.00", "8.80"), share(2, "9.00", "0.00"));
        assertThat(document.nominals())
                .containsExactly(
                        new NominalShare("4000/WEB/UK", new BigDecimal("49.00")),
                        new NominalShare("4905", new BigDecimal("4.00")));
        assertThat(document.customer()).isEqualTo("CENTGBP1");
        assertThat(document.reference()).isEqualTo("C10234");
        assertThat(document.secondReference()).isEqualTo("S-10234-1");
        assertThat(document.date()).isEqualTo(DAY);
        Command command = ((Plan.Post) plan).command();
        assertThat(command.key()).isEqualTo(new PostingKey("33", PostingKind.LEDGER_INVOICE, "10234-1"));
        assertThat(command.object()).isEqualTo("33/C10234");
        assertThat(command.vat()).isEqualTo(Money.of("8.80", "GBP"));
    }

    @Test
    void shipping_goes_with_the_first_shipment_whichever_it_is() {
        InvoicedOrder order = order(
                "GBP",
                goods(1, 2, "48.00", "8.00", 1),
                beside(Kind.SHIPPING, "4.80", "0.80", 1),
                beside(Kind.HANDLING, "1.20", "0.20", 1));
        List<ShipmentInvoice> made = invoices(order, shipment(2, line(1, 1)), shipment(1, line(1, 1)));
        assertThat(made.get(0).document().value()).isEqualTo(Money.of("30.00", "GBP"));
        assertThat(made.get(1).document().value()).isEqualTo(Money.of("24.00", "GBP"));
        assertThat(made).extracting(ShipmentInvoice::besides).containsExactly(true, false);
    }

    @ParameterizedTest(name = "{0}: {1} pieces at {2} with {3} of VAT")
    @CsvSource({"GBP, 3, 10.00, 1.67", "EUR, 7, 99.99, 15.96", "SEK, 6, 1000.00, 200.00", "GBP, 11, 0.35, 0.06"})
    void the_last_piece_takes_what_rounding_left_over(String currency, int pieces, String gross, String vat) {
        InvoicedOrder order = order(currency, goods(1, pieces, gross, vat, 1));
        List<ShipmentInvoice> made = invoices(
                order,
                IntStream.rangeClosed(1, pieces)
                        .mapToObj(count -> shipment(count, line(1, 1)))
                        .toArray(Shipment[]::new));
        assertThat(sum(made.stream()
                        .map(invoice -> invoice.document().value().amount())
                        .toList()))
                .isEqualByComparingTo(gross);
        assertThat(sum(made.stream().map(invoice -> invoice.document().tax()).toList()))
                .isEqualByComparingTo(vat);
        assertThat(made)
                .allSatisfy(invoice ->
                        assertThat(invoice.document().value().amount()).isGreaterThanOrEqualTo(BigDecimal.ZERO));
    }

    @Test
    void the_items_of_a_bundle_are_invoiced_and_the_bundle_is_not() {
        InvoicedOrder order = order("GBP", goods(11, 1, "20.00", "3.33", 1), goods(12, 2, "10.00", "1.67", 1));
        Shipment whole = shipment(
                1,
                new Shipment.Line(10, "BundleOrderLine", 1, List.of()),
                new Shipment.Line(11, "BundleItemOrderLine", 1, List.of()),
                new Shipment.Line(12, "BundleItemOrderLine", 2, List.of()));
        assertThat(invoice(plan(whole, order, List.of())).document().value()).isEqualTo(Money.of("30.00", "GBP"));
        Shipment bundle = shipment(1, new Shipment.Line(10, "BundleOrderLine", 1, List.of()));
        assertThat(codes(plan(bundle, order, List.of()))).containsExactly("BUNDLE_WITHOUT_ITEMS");
    }

    @Test
    void a_gift_card_goes_to_its_own_nominal_with_the_first_shipment() {
        Charged card =
                new Charged(new Origin(Kind.GIFT_CARD, 2), 1, new BigDecimal("50.00"), BigDecimal.ZERO, 90, "2300");
        InvoicedOrder order = order("GBP", goods(1, 1, "24.00", "4.00", 1), card);
        Shipment both = shipment(1, line(1, 1), new Shipment.Line(2, "GiftCertificateOrderLine", 1, List.of()));
        SalesDocument document = invoice(plan(both, order, List.of())).document();
        assertThat(document.taxes()).containsExactly(share(1, "20.00", "4.00"), share(90, "50.00", "0"));
        assertThat(document.nominals()).contains(new NominalShare("2300", new BigDecimal("50.00")));
        InvoicedOrder unmapped = order(
                "GBP",
                goods(1, 1, "24.00", "4.00", 1),
                new Charged(new Origin(Kind.GIFT_CARD, 2), 1, BigDecimal.TEN, BigDecimal.ZERO, 90, null));
        assertThat(codes(plan(both, unmapped, List.of()))).containsExactly("NOMINAL_NOT_MAPPED");
    }

    @Test
    void a_nominal_that_is_not_mapped_holds_it_and_names_the_file() {
        Plan plan = plan(
                shipment(1, line(1, 1)),
                new Sold(order("GBP", goods(1, 1, "24.00", "4.00", 1)), List.of(), List.of()),
                SHIPPING);
        assertThat(plan).isInstanceOf(Plan.Hold.class);
        assertThat(((Plan.Hold) plan).reasons().get(0).what()).contains("nominals.csv");
        Plan blank = plan(
                shipment(1, line(1, 1)),
                new Sold(order("GBP", goods(1, 1, "24.00", "4.00", 1)), List.of(), List.of()),
                "33,sales,*,*,,,,\n");
        assertThat(((Plan.Hold) blank).reasons().get(0).what()).startsWith("Line 2 of nominals.csv");
    }

    @Test
    void what_comes_to_nothing_is_no_invoice() {
        InvoicedOrder free = order("GBP", goods(1, 1, "0.00", "0.00", 1), goods(2, 1, "24.00", "4.00", 1));
        assertThat(codes(plan(shipment(1, line(1, 1)), free, List.of()))).containsExactly("NO_VALUE");
    }

    @Test
    void more_than_was_ordered_is_never_invoiced() {
        InvoicedOrder order = order("GBP", goods(1, 2, "48.00", "8.00", 1));
        List<ShipmentInvoice> made = invoices(order, shipment(1, line(1, 1)));
        assertThat(codes(plan(shipment(2, line(1, 2)), order, made))).containsExactly("SHIPPED_ABOVE_ORDERED");
        assertThat(codes(plan(shipment(2, line(7, 1)), order, made))).containsExactly("SHIPPED_NOT_ORDERED");
    }

    @Test
    void pennies_that_a_change_of_the_order_moved_are_put_right_and_more_is_a_persons() {
        InvoicedOrder before = order("GBP", goods(1, 3, "10.00", "1.67", 1));
        List<ShipmentInvoice> made = invoices(before, shipment(1, line(1, 2)));
        assertThat(made.get(0).document().value()).isEqualTo(Money.of("6.67", "GBP"));
        InvoicedOrder cancelled = order("GBP", goods(1, 2, "6.66", "1.11", 1), goods(2, 1, "5.00", "0.83", 1));
        assertThat(invoice(plan(shipment(2, line(2, 1)), cancelled, made))
                        .document()
                        .value())
                .isEqualTo(Money.of("4.99", "GBP"));
        InvoicedOrder dearer = order("GBP", goods(1, 3, "20.00", "3.33", 1));
        assertThat(codes(plan(shipment(2, line(1, 1)), dearer, made))).containsExactly("ORDER_CHANGED_SINCE_INVOICE");
        InvoicedOrder otherCode = order("GBP", goods(1, 3, "10.00", "1.67", 111));
        assertThat(codes(plan(shipment(2, line(1, 1)), otherCode, made))).contains("ORDER_CHANGED_SINCE_INVOICE");
    }

    @Test
    void a_nominal_that_is_mapped_otherwise_since_is_used_from_then_on() {
        InvoicedOrder order = order("GBP", goods(1, 2, "48.00", "8.00", 1));
        List<ShipmentInvoice> made = invoices(order, shipment(1, line(1, 1)));
        Plan next = plan(shipment(2, line(1, 1)), new Sold(order, made, List.of()), "33,sales,*,*,4100,,,\n");
        assertThat(invoice(next).document().nominals())
                .containsExactly(new NominalShare("4100", new BigDecimal("20.00")));
    }

    @Test
    void what_is_not_known_is_not_guessed() {
        InvoicedOrder order = order("GBP", goods(1, 2, "48.00", "8.00", 1));
        Shipment shipment = shipment(2, line(1, 1));
        assertThat(codes(plan(shipment, new Sold(null, List.of(), List.of()), SALES)))
                .containsExactly("ORDER_LINES_UNKNOWN");
        assertThat(codes(plan(shipment, new Sold(order, List.of(), List.of("10234-1")), SALES)))
                .containsExactly("OTHER_SHIPMENT_BY_HAND");
        InvoicedOrder certificate =
                order("GBP", goods(1, 2, "48.00", "8.00", 1), beside(Kind.CERTIFICATE, "-10.00", "0", 90));
        assertThat(codes(plan(shipment, certificate, List.of()))).containsExactly("PAID_WITH_CERTIFICATE");
        OrderStanding held =
                new OrderStanding(new PostingKey("33", PostingKind.ORDER, "10234"), PostingState.HELD, List.of());
        assertThat(codes(planner.plan(shipment, held, DAY, new Sold(null, List.of(), List.of()), mappings(SALES))))
                .containsExactly("ORDER_NOT_VALIDATED");
    }

    @Test
    void a_long_number_is_folded_into_twenty_characters() {
        Shipment whole = shipment(1, line(1, 1));
        assertThat(ShipmentInvoicePlanner.secondReference(whole)).isEqualTo("S-10234-1");
        Shipment longer = new Shipment(
                1,
                "123456789012345678-12",
                123456789012345678L,
                whole.orderedAt(),
                true,
                whole.shippedAt(),
                whole.tracking(),
                false,
                null,
                BigDecimal.TEN,
                "GBP",
                whole.lines(),
                List.of());
        assertThat(ShipmentInvoicePlanner.secondReference(longer))
                .isEqualTo("S-XRLS8LX28JI-12"
                        .replace(
                                "XRLS8LX28JI",
                                Long.toString(123456789012345678L, 36).toUpperCase()))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void who_carries_it_is_no_part_of_its_content_and_its_pieces_are() {
        assertThat(ShipmentInvoicePlanner.fingerprint(shipment(1, line(1, 1), line(2, 1))))
                .isEqualTo(ShipmentInvoicePlanner.fingerprint(shipment(1, line(2, 1), line(1, 1))))
                .isNotEqualTo(ShipmentInvoicePlanner.fingerprint(shipment(1, line(1, 2), line(2, 1))));
    }
}
