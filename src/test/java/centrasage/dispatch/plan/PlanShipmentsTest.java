package centrasage.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.dispatch.DispatchSettings;
import centrasage.dispatch.intake.CollectShipments;
import centrasage.dispatch.invoice.OrderInvoices;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.money.Money;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

    @BeforeEach
    void stage() throws MappingFaults {
        new MappingSeed(versions, texts, "docs/example-mappings").begin();
        stage(SHIPMENT);
    }

    private void stage(String shipment) {
        world.staging()
                .stage(
                        CollectShipments.KIND,
                        List.of(new Received("10234-1", "C10234", Instant.EPOCH, shipment)),
                        world.staging().readingBegins());
    }

    private @Nullable PlannedDocument planned(String from) throws MappingFaults {
        DispatchSettings settings = new DispatchSettings() {
            @Override
            public OrdersFrom from() {
                return OrdersFrom.parse(from);
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/London");
            }
        };
        JobContext context = (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getTransientUserData") || method.getReturnType() == void.class
                                ? null
                                : 7L);
        return new PlanShipments(
                        new PinnedMappings(versions, pins()),
                        new OrderStandings(world.postings()),
                        new OrderInvoices(world.postedDocuments(), world.postings()),
                        world.postedDocuments(),
                        settings,
                        context,
                        "33")
                .processItem(
                        world.staging().unplanned(CollectShipments.KIND, 0, 10).get(0));
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

    private RunMappings pins() {
        PlanBasis basis = world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
        return world.transactions().bean(RunMappings.class, world.entities(), basis);
    }
}
