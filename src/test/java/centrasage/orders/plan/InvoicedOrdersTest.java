package centrasage.orders.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Order;
import centrasage.centra.Shipment;
import centrasage.dispatch.invoice.ShipmentInvoice;
import centrasage.dispatch.invoice.ShipmentInvoiceJson;
import centrasage.dispatch.invoice.ShipmentInvoicePlanner;
import centrasage.dispatch.invoice.Sold;
import centrasage.flow.OrderStanding;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.mapping.Mappings;
import centrasage.orders.PostAs;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.InvoicedOrder.Charged;
import centrasage.sage200.ledger.InvoicedOrder.Kind;
import centrasage.sage200.ledger.InvoicedOrderJson;
import centrasage.sage200.ledger.SalesDocument.TaxShare;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sold, and however it is split into parcels: their invoices come to Centra's total and VAT, tax code by tax code. What an old
 * gift certificate has paid, and what bears VAT on nothing at a rate, is a person's.
 */
class InvoicedOrdersTest {
    private static final int ORDERS = 5_000;
    private static final long SEED = 20_261_129L;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final OrderPlanner orders =
            new OrderPlanner(SalesOrderJson::write, InvoicedOrderJson::write, PostAs.SALES_INVOICE);
    private final ShipmentInvoicePlanner invoices = new ShipmentInvoicePlanner(ShipmentInvoiceJson::write);
    private final Map<String, Integer> tally = new TreeMap<>();

    @Test
    void the_invoices_of_all_parcels_are_the_order() throws Exception {
        System.out.println("seeds from " + SEED);
        Mappings mappings = TotalsPropertyTest.mappings("per-line", ",sales,,,4000,,,\n,shipping,,,4905,,,\n");
        Site site = TotalsPropertyTest.site(false);
        for (int i = 0; i < ORDERS; i++) {
            Random random = new Random(SEED + i);
            Order order = new RandomOrder(SEED + i).build();
            Plan plan = orders.plan(order, mappings, site, TotalsPropertyTest.RULES);
            if (plan instanceof Plan.Skip skip && skip.coded() != null) {
                invoice(order, skip, random, mappings, SEED + i);
            } else {
                tally.merge(plan.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        System.out.println(tally);
        assertThat(tally.get("orders invoiced")).isGreaterThan(ORDERS / 2);
        assertThat(tally.get("invoices")).isGreaterThan(tally.get("orders invoiced"));
        assertThat(tally.getOrDefault("Hold", 0)).isLessThan(ORDERS / 100);
        assertThat(tally.getOrDefault("INVOICE_BELOW_ZERO", 0))
                .as("VAT below zero, or on nothing")
                .isLessThan(ORDERS / 100);
        assertThat(tally.keySet()).doesNotContain("ORDER_CHANGED_SINCE_INVOICE");
    }

    private void invoice(Order order, Plan.Skip skip, Random random, Mappings mappings, long seed) {
        String kept = Objects.requireNonNull(skip.coded()).document();
        InvoicedOrder sold = InvoicedOrderJson.read(kept);
        assertThat(SalesOrderJson.read(kept)).isEqualTo(sold.order());
        assertThat(sum(sold.parts().stream().map(Charged::gross).toList()))
                .as("seed %d", seed)
                .isEqualByComparingTo(order.grandTotal());
        boolean byHand = sold.parts().stream().anyMatch(part -> part.origin().kind() == Kind.CERTIFICATE)
                || charged(sold).values().stream().anyMatch(words -> words.contains("-"));
        OrderStanding standing = new OrderStanding(
                new PostingKey("33", PostingKind.ORDER, Long.toString(order.number())),
                PostingState.SKIPPED,
                List.of(skip.reason()));
        List<ShipmentInvoice> made = new ArrayList<>();
        for (Shipment parcel : parcels(order, sold, random)) {
            Plan plan = invoices.plan(parcel, standing, DAY, new Sold(sold, made, List.of()), mappings);
            if (plan instanceof Plan.Post post) {
                made.add(ShipmentInvoiceJson.read(post.command().document()));
                tally.merge("invoices", 1, Integer::sum);
            } else {
                plan.match(post -> List.<Reason>of(), one -> List.of(one.reason()), Plan.Hold::reasons)
                        .forEach(reason -> tally.merge(reason.code(), 1, Integer::sum));
                assertThat(byHand || plan instanceof Plan.Skip)
                        .as("seed %d: %s", seed, plan)
                        .isTrue();
            }
        }
        if (!byHand) {
            assertThat(byTaxCode(made)).as("seed %d", seed).isEqualTo(charged(sold));
            tally.merge("orders invoiced", 1, Integer::sum);
        }
    }

    /** All pieces, dealt to some parcels; of an order without goods one empty parcel. */
    private static List<Shipment> parcels(Order order, InvoicedOrder sold, Random random) {
        int count = 1 + random.nextInt(4);
        List<Map<Long, Integer>> dealt = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dealt.add(new TreeMap<>());
        }
        for (Charged part : sold.parts()) {
            for (int piece = 0; part.isGoods() && piece < part.quantity(); piece++) {
                dealt.get(random.nextInt(count)).merge(part.origin().line(), 1, Integer::sum);
            }
        }
        List<Shipment> parcels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Shipment.Line> lines = new ArrayList<>();
            dealt.get(i)
                    .forEach((line, quantity) ->
                            lines.add(new Shipment.Line(line, "ProductOrderLine", quantity, List.of())));
            parcels.add(parcel(order, i + 1, lines));
        }
        return parcels;
    }

    private static Shipment parcel(Order order, int count, List<Shipment.Line> lines) {
        Instant moment = Instant.parse("2026-11-24T10:00:00Z");
        return new Shipment(
                count,
                order.number() + "-" + count,
                order.number(),
                order.createdAt(),
                true,
                moment,
                new Shipment.Tracking("", "", ""),
                false,
                null,
                BigDecimal.TEN,
                order.currency(),
                lines,
                List.of());
    }

    private static Map<Integer, String> byTaxCode(List<ShipmentInvoice> made) {
        Map<Integer, TaxShare> shares = new TreeMap<>();
        made.forEach(invoice -> invoice.document().taxes().forEach(share -> add(shares, share)));
        return words(shares);
    }

    private static Map<Integer, String> charged(InvoicedOrder sold) {
        Map<Integer, TaxShare> shares = new TreeMap<>();
        sold.parts()
                .forEach(part ->
                        add(shares, new TaxShare(part.taxCode(), part.gross().subtract(part.vat()), part.vat())));
        return words(shares);
    }

    private static void add(Map<Integer, TaxShare> shares, TaxShare share) {
        shares.merge(
                share.taxCode(),
                share,
                (one, other) -> new TaxShare(
                        one.taxCode(), one.goods().add(other.goods()), one.tax().add(other.tax())));
    }

    private static Map<Integer, String> words(Map<Integer, TaxShare> shares) {
        Map<Integer, String> words = new TreeMap<>();
        shares.forEach((code, share) -> {
            if (share.goods().signum() != 0 || share.tax().signum() != 0) {
                words.put(code, share.goods().setScale(2) + " + " + share.tax().setScale(2));
            }
        });
        return words;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
