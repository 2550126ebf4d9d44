package centrasage.dispatch.centra;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.dispatch.DispatchSettings;
import centrasage.dispatch.plan.PlannedShipment;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrdersFrom;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.money.Money;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The plans of a shipment in Centra hold only while no other of its steps is given up. */
class PlanDespatchesTest {
    private static final String DESPATCH = "33/0000000012";
    private static final PostingKey CAPTURE = new PostingKey("33", PostingKind.CENTRA_CAPTURE, DESPATCH);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);

    /** Recorded all the same, its later steps would wait for the one that was given up for ever. */
    @Test
    void they_no_longer_stand_once_a_person_has_given_up_a_step_that_they_were_planned_behind() throws MappingFaults {
        held();
        world.staging()
                .stage(
                        CollectDespatches.KIND,
                        List.of(new Received(DESPATCH, "C10234", Instant.EPOCH, "nothing that can be read")),
                        world.staging().readingBegins());
        PlannedShipment.Basis basis = Objects.requireNonNull(Objects.requireNonNull(planning()
                        .processItem(world.staging()
                                .unplanned(CollectDespatches.KIND, 0, 1)
                                .get(0)))
                .basis());
        assertThat(basis.sourceKey()).isEqualTo(DESPATCH);
        assertThat(basis.stands().getAsBoolean()).isTrue();
        assertThat(world.giveUp(CAPTURE, "captured by hand")).isTrue();
        assertThat(basis.stands().getAsBoolean()).isFalse();
    }

    private void held() {
        Reason reason = new Reason("NOT_PAID", Owner.FINANCE, "It is not paid", "Let it be paid");
        world.record(new Planned(
                CAPTURE,
                "33/C10234",
                new DocumentVersion(CollectDespatches.KIND, DESPATCH, 1),
                Money.of("0", "GBP"),
                LocalDate.of(2026, 11, 23),
                new Plan.Hold(List.of(reason)),
                null));
    }

    private PlanDespatches planning() {
        StoredMappingTexts texts =
                world.transactions().bean(StoredMappingTexts.class, world.entities(), world.time(), world.audit());
        PlanBasis basis = world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
        RunMappings pins = world.transactions().bean(RunMappings.class, world.entities(), basis);
        return new PlanDespatches(
                new PinnedMappings(new MappingVersions(texts, new StockRule("sales-order", "sage200")), pins),
                world.staging(),
                world.postings(),
                new DispatchSettings() {
                    @Override
                    public OrdersFrom from() {
                        return OrdersFrom.parse("2026-11-01");
                    }

                    @Override
                    public ZoneId zone() {
                        return ZoneId.of("Europe/London");
                    }
                },
                NoContext.get());
    }
}
