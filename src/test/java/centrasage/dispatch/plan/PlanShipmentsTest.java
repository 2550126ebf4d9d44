package centrasage.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.dispatch.DispatchSettings;
import centrasage.dispatch.intake.CollectShipments;
import centrasage.dispatch.invoice.OrderInvoices;
import centrasage.dispatch.invoice.ShipmentInvoice;
import centrasage.dispatch.invoice.ShipmentInvoiceJson;
import centrasage.flow.Command;
import centrasage.flow.OrderStanding;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.money.Money;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.DeliveryAddress;
import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.InvoicedOrderJson;
import centrasage.sync.dates.ClosedPeriod;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.plans.DatedWorld;
import centrasage.sync.plans.Following;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlanWriter;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shipment that comes before its order: it waits until the order is known, and is planned behind it then. */
class PlanShipmentsTest {
    private static final String SHIPMENT = """
            {"id": 77, "number": "10234-1", "isShipped": true, "shippedAt": "2026-11-23T10:00:00+00:00",
             "grandTotal": {"value": 59.9, "currency": {"code": "GBP"}},
             "order": {"number": 10234, "createdAt": "2026-11-20T10:00:00+00:00",
                       "lines": [{"id": 1, "productSize": {"SKU": "BLUE-S"}}]},
             "lines": [{"quantity": 1, "orderLine": {"__typename": "ProductOrderLine", "id": 1},
                        "allocations": [{"warehouse": {"id": 1, "name": "Main warehouse"}}]}]}
            """;

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    private final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));

    private final DatedWorld dated = new DatedWorld(world);

    @BeforeEach
    void stage() throws MappingFaults {
        new MappingSeed(versions, texts, "docs/example-mappings").begin();
        stage(SHIPMENT);
    }

    private void stage(String shipment) {
        stage("10234-1", shipment);
    }

    private void stage(String number, String shipment) {
        world.staging()
                .stage(
                        CollectShipments.KIND,
                        List.of(new Received(number, "C10234", Instant.EPOCH, shipment)),
                        world.staging().readingBegins());
    }

    private @Nullable PlannedDocument planned(String from) throws MappingFaults {
        return planned(from, false);
    }

    private @Nullable PlannedDocument planned(String from, boolean invoices) throws MappingFaults {
        return planned(from, invoices, 0);
    }

    private @Nullable PlannedDocument planned(String from, boolean invoices, int place) throws MappingFaults {
        DispatchSettings settings = new DispatchSettings() {
            @Override
            public OrdersFrom from() {
                return OrdersFrom.parse(from);
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/London");
            }

            @Override
            public boolean invoicesShipments() {
                return invoices;
            }
        };
        JobContext context = (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getTransientUserData") || method.getReturnType() == void.class
                                ? null
                                : 7L);
        PlanShipments plan = new PlanShipments(
                new PinnedMappings(versions, pins()),
                new OrderStandings(world.postings()),
                new OrderInvoices(world.postedDocuments(), world.postings()),
                world.postedDocuments(),
                dated.plans(),
                settings,
                context,
                "33");
        try {
            return plan.processItem(
                    world.staging().unplanned(CollectShipments.KIND, 0, 10).get(place));
        } catch (MappingFaults | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Plan plan(@Nullable PlannedDocument shipment) {
        return Objects.requireNonNull(shipment, "it waits").plans().get(0).plan();
    }

    private @Nullable PostingKey predecessor() throws MappingFaults {
        return ((Plan.Post) plan(planned("2026-11-01"))).after();
    }

    @Test
    void it_waits_until_its_order_is_known_here() throws MappingFaults {
        assertThat(planned("2026-11-01")).as("unknown").isNull();
        world.record(Plans.hold("10234", 1));
        assertThat(predecessor()).as("held").isEqualTo(Plans.key("10234"));
        world.record(Plans.post("10234"));
        assertThat(predecessor()).as("not sent yet").isEqualTo(Plans.key("10234"));
    }

    @Test
    void one_of_an_order_from_before_the_cut_over_waits_for_nothing() throws MappingFaults {
        assertThat(plan(planned("2026-11-21")))
                .isInstanceOfSatisfying(
                        Plan.Skip.class,
                        skip -> assertThat(skip.reason().what()).contains("from before the cut-over"));
    }

    @Test
    void one_of_an_unknown_currency_is_shown_in_pounds_and_stops_no_other() throws MappingFaults {
        stage(SHIPMENT.replace("GBP", "GPB"));
        world.record(Plans.post("10234"));
        PlannedDocument planned = Objects.requireNonNull(planned("2026-11-01"));
        assertThat(planned.plans().get(0).amount()).isEqualTo(Money.of("59.90", "GBP"));
        assertThat(planned.plans().get(0).plan()).isInstanceOf(Plan.Post.class);
    }

    private static Planned validated(String gross, String vat) {
        NewSalesOrder order = new NewSalesOrder(
                "33",
                "CENTGBP1",
                "C10234",
                LocalDate.of(2026, 11, 20),
                new DeliveryAddress("Zoë", "1 High Street", "", "", "", "Leeds", "", "LS1", "GB", "Zoë", "", "", ""),
                Map.of(),
                List.of(),
                Money.of(gross, "GBP"),
                Money.of(vat, "GBP"));
        InvoicedOrder invoiced = new InvoicedOrder(
                order,
                List.of(new InvoicedOrder.Charged(
                        new InvoicedOrder.Origin(InvoicedOrder.Kind.GOODS, 1),
                        2,
                        new BigDecimal(gross),
                        new BigDecimal(vat),
                        1,
                        null)));
        Reason reason = new Reason(OrderStanding.VALIDATED_ONLY, Owner.FINANCE, "It is validated", "Nothing");
        Command command = new Command(
                Plans.key("10234"),
                "33/C10234",
                order.total(),
                order.vat(),
                order.documentDate(),
                "content " + gross,
                InvoicedOrderJson.write(invoiced));
        return new Planned(
                command.key(),
                command.object(),
                Plans.document("10234", 1),
                command.amount(),
                command.businessDate(),
                new Plan.Skip(reason, command),
                command.fingerprint());
    }

    private int record(PlannedDocument document) {
        return world.transactions()
                .inNew(() -> new PlanWriter(world.store(), world.staging(), Following.NONE, dated.days())
                        .record(List.of(document)))
                .getOrDefault("planned", 0L)
                .intValue();
    }

    private Money invoiced(String number) {
        return world.posting(new PostingKey("33", PostingKind.LEDGER_INVOICE, number))
                .orElseThrow()
                .amount();
    }

    @Test
    void of_two_parcels_that_are_planned_at_the_same_time_one_is_planned_again() throws MappingFaults {
        stage("10234-2", SHIPMENT.replace("10234-1", "10234-2"));
        world.record(validated("10.01", "1.67"));
        PlannedDocument one = Objects.requireNonNull(planned("2026-11-01", true, 0));
        PlannedDocument other = Objects.requireNonNull(planned("2026-11-01", true, 1));
        assertThat(record(one)).isOne();
        assertThat(record(other)).as("overtaken").isZero();
        assertThat(record(Objects.requireNonNull(planned("2026-11-01", true)))).isOne();
        assertThat(invoiced("10234-1").plus(invoiced("10234-2"))).isEqualTo(Money.of("10.01", "GBP"));
    }

    @Test
    void in_a_closed_period_its_invoice_goes_out_with_the_next_open_day_and_its_true_one_is_kept()
            throws MappingFaults {
        dated.closed(LocalDate.of(2026, 12, 1)).with(PostingKind.LEDGER_INVOICE, ClosedPeriod.NEXT_OPEN);
        world.record(validated("10.00", "1.66"));
        record(Objects.requireNonNull(planned("2026-11-01", true)));
        long id = world.posting(new PostingKey("33", PostingKind.LEDGER_INVOICE, "10234-1"))
                .orElseThrow()
                .id();
        ShipmentInvoice invoice = world.postedDocuments()
                .command(id)
                .map(command -> ShipmentInvoiceJson.read(command.document()))
                .orElseThrow();
        assertThat(invoice.document().date()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(invoice.goods()).as("what else it says stays").isNotEmpty();
        assertThat(dated.differing()).singleElement().satisfies(date -> {
            assertThat(date.trueDate()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(date.documentDate()).isEqualTo(LocalDate.of(2026, 12, 1));
            assertThat(date.bearsVat()).isTrue();
        });
    }

    @Test
    void a_despatch_is_of_no_ledger_and_keeps_its_day() throws MappingFaults {
        dated.closed(LocalDate.of(2026, 12, 1)).with(PostingKind.LEDGER_INVOICE, ClosedPeriod.ASK);
        world.record(Plans.post("10234"));
        assertThat(record(Objects.requireNonNull(planned("2026-11-01")))).isOne();
        assertThat(dated.differing()).isEmpty();
    }

    @Test
    void an_order_that_cannot_be_validated_holds_its_parcel_and_one_that_changes_has_it_planned_again()
            throws MappingFaults {
        OrderWatch watch = new OrderWatch(world.postings(), world.staging(), true);
        world.record(Plans.hold("10234", 1));
        assertThat(record(Objects.requireNonNull(planned("2026-11-01", true)))).isZero();
        PostingKey key = new PostingKey("33", PostingKind.LEDGER_INVOICE, "10234-1");
        assertThat(world.posting(key).orElseThrow().reasons())
                .extracting(Reason::code)
                .containsExactly("ORDER_NOT_VALIDATED");
        world.record(validated("10.00", "1.66"));
        world.changes().forEach(watch::changed);
        assertThat(record(Objects.requireNonNull(planned("2026-11-01", true)))).isOne();
        assertThat(invoiced("10234-1")).isEqualTo(Money.of("5.00", "GBP"));
        world.record(validated("20.00", "3.33"));
        world.changes().forEach(watch::changed);
        assertThat(record(Objects.requireNonNull(planned("2026-11-01", true)))).isOne();
        assertThat(invoiced("10234-1")).isEqualTo(Money.of("10.00", "GBP"));
    }

    @Test
    void a_despatch_that_waited_under_another_setting_is_not_sent_any_more() throws MappingFaults {
        world.record(Plans.post("10234"));
        assertThat(record(Objects.requireNonNull(planned("2026-11-01")))).isOne();
        world.record(validated("10.00", "1.66"));
        world.staging().planAgain(CollectShipments.KIND, "10234-1");
        record(Objects.requireNonNull(planned("2026-11-01", true)));
        assertThat(world.posting(new PostingKey("33", PostingKind.DESPATCH, "10234-1"))
                        .orElseThrow()
                        .state())
                .isEqualTo(PostingState.SKIPPED);
        assertThat(invoiced("10234-1")).isEqualTo(Money.of("5.00", "GBP"));
    }

    @Test
    void once_its_person_is_erased_an_order_is_not_known_any_more() {
        world.record(validated("10.00", "1.66"));
        world.erasure().erase("C10234", "admin");
        OrderStanding order = new OrderStandings(world.postings()).of(10234);
        assertThat(order.isInvoicedByShipment()).isTrue();
        assertThat(new OrderInvoices(world.postedDocuments(), world.postings())
                        .of(order, "10234-1")
                        .order())
                .isNull();
    }

    private RunMappings pins() {
        PlanBasis basis = world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
        return world.transactions().bean(RunMappings.class, world.entities(), basis);
    }
}
