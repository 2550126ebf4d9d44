package centrasage.dispatch.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.dispatch.DispatchSettings;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.PostingChanged;
import centrasage.mapping.ExampleMappings;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.money.Money;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.AwaitedStaging;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A despatch of Sage's that cannot be planned as it is: it is held where its order can be seen, and stops no other. */
class PlanDespatchesTest {
    private static final String KEY = "33/0000000012";
    private static final Instant TOUCHED = Instant.parse("2026-11-23T23:30:00Z");
    private static final PostingKey SHIPMENT = new PostingKey("33", PostingKind.CENTRA_SHIPMENT, KEY);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StoredMappingTexts texts =
            world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
    private final MappingVersions versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));

    @TempDir
    private Path folder;

    @BeforeEach
    void map() throws IOException, MappingFaults {
        ExampleMappings.copyTo(folder);
        Files.writeString(
                folder.resolve("warehouses.csv"),
                "company,centra_warehouse,sage_warehouse,dispatch_owner,stock,buffer\n33,*,WEB,sage,no,\n");
        new MappingSeed(versions, texts, folder.toString()).begin();
    }

    private void stage(String text) {
        world.staging()
                .stage(
                        CollectDespatches.KIND,
                        List.of(new Received(KEY, "C10234", TOUCHED, text)),
                        world.staging().readingBegins());
    }

    private Planned planned(Staging staging) throws MappingFaults {
        List<Planned> plans = shipment(staging).plans();
        assertThat(plans).hasSize(1);
        return plans.get(0);
    }

    private PlannedDocument shipment(Staging staging) throws MappingFaults {
        DispatchSettings settings = new DispatchSettings() {
            @Override
            public OrdersFrom from() {
                return OrdersFrom.parse("2026-11-01");
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Stockholm");
            }
        };
        PlanBasis basis = world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
        RunMappings pins = world.transactions().bean(RunMappings.class, world.entities(), basis);
        return new PlanDespatches(
                        new PinnedMappings(versions, pins), staging, world.postings(), settings, NoContext.get())
                .processItem(
                        world.staging().unplanned(CollectDespatches.KIND, 0, 10).get(0));
    }

    private static String held(Planned planned) {
        assertThat(planned.key()).isEqualTo(SHIPMENT);
        assertThat(planned.object()).isEqualTo("33/C10234");
        List<Reason> reasons = ((Plan.Hold) planned.plan()).reasons();
        assertThat(reasons).hasSize(1);
        return reasons.get(0).code();
    }

    @Test
    void one_that_cannot_be_read_is_held_with_its_order_though_nothing_else_is_known_of_it() throws MappingFaults {
        stage("[{\"sop_order_customer_document_no\": \"C10234\"}]");
        Planned planned = planned(world.staging());
        assertThat(held(planned)).isEqualTo("UNREADABLE_DESPATCH");
        assertThat(planned.amount()).isEqualTo(Money.of("0.00", "GBP"));
        assertThat(planned.businessDate()).isEqualTo("2026-11-24");
    }

    @Test
    void a_fault_of_ours_with_one_is_told_and_stops_no_other() throws MappingFaults {
        stage(note());
        Staging broken = new AwaitedStaging(world.staging(), new AwaitedStaging.Around() {
            @Override
            public <T> T call(String name, Supplier<T> call) {
                if (name.equals("of")) {
                    throw new IllegalStateException("a fault");
                }
                return call.get();
            }
        });
        assertThat(held(planned(broken))).isEqualTo("NOT_PLANNED");
    }

    /** Recorded all the same, its later steps would wait for the one that was given up for ever. */
    @Test
    void its_plans_no_longer_stand_once_a_person_has_given_up_a_step_that_they_were_planned_behind()
            throws MappingFaults {
        PostingKey capture = new PostingKey("33", PostingKind.CENTRA_CAPTURE, KEY);
        Reason reason = new Reason("NOT_PAID", Owner.FINANCE, "It is not paid", "Let it be paid");
        world.record(new Planned(
                capture,
                "33/C10234",
                new DocumentVersion(CollectDespatches.KIND, KEY, 1),
                Money.of("0", "GBP"),
                LocalDate.of(2026, 11, 23),
                new Plan.Hold(List.of(reason)),
                null));
        stage(note());
        PlannedDocument.Basis basis =
                Objects.requireNonNull(shipment(world.staging()).basis());
        assertThat(basis.sourceKey()).isEqualTo(KEY);
        assertThat(basis.stands().getAsBoolean()).isTrue();
        assertThat(world.giveUp(capture, "captured by hand")).isTrue();
        assertThat(basis.stands().getAsBoolean()).isFalse();
    }

    @Test
    void its_plans_no_longer_stand_once_its_order_has_come() throws MappingFaults {
        stage(note());
        PlannedDocument.Basis basis =
                Objects.requireNonNull(shipment(world.staging()).basis());
        assertThat(basis.stands().getAsBoolean()).isTrue();
        world.staging()
                .stage(
                        OrderName.DOCUMENT,
                        List.of(new Received("10234", "C10234", TOUCHED, "{}")),
                        world.staging().readingBegins());
        assertThat(basis.stands().getAsBoolean()).isFalse();
    }

    @Test
    void one_of_an_order_that_was_never_received_is_planned_again_once_it_is() throws MappingFaults {
        stage(note());
        assertThat(held(planned(world.staging()))).isEqualTo("ORDER_NOT_RECEIVED");
        world.record(planned(world.staging()));
        world.transactions().inNew(() -> {
            world.staging()
                    .planned(world.staging()
                            .unplanned(CollectDespatches.KIND, 0, 10)
                            .get(0)
                            .id());
            return true;
        });
        assertThat(world.staging().unplanned(CollectDespatches.KIND, 0, 10)).isEmpty();

        DespatchWatch watch = new DespatchWatch(world.postings(), world.staging());
        watch.changed(change(Plans.key("10235")));
        assertThat(world.staging().unplanned(CollectDespatches.KIND, 0, 10))
                .as("another order")
                .isEmpty();
        watch.changed(change(Plans.key("10234")));
        assertThat(world.staging().unplanned(CollectDespatches.KIND, 0, 10)).hasSize(1);
    }

    private static PostingChanged change(PostingKey order) {
        return new PostingChanged(
                1, order, PostingState.PLANNED, PostingState.PLANNED, Money.of("1.00", "GBP"), List.of(), "");
    }

    private static String note() {
        return """
                [{"sop_despatch_line_id": 1, "sop_despatch_line_quantity": 1, "sop_despatch_id": 5,
                  "sop_despatch_document_no": "0000000012", "sop_order_customer_document_no": "C10234",
                  "sop_order_document_date": "2026-11-23T00:00:00", "sop_despatch_date": "2026-11-24T00:00:00",
                  "sop_order_line_id": 7, "product_code": "BLUE-S", "warehouse_name": "WEB"}]
                """;
    }
}
