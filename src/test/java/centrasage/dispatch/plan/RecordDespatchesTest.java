package centrasage.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Shipment;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.SeedFolder;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.MemoryWorld;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Store;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.MemoryStaging;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.MemoryDocuments;
import centrasage.sync.store.MemoryPostings;
import centrasage.sync.store.Posting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan of a shipment is recorded only while its order is what the plan took it for. */
class RecordDespatchesTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private final MemoryWorld world = new MemoryWorld(StoreContract.SETTLE);
    private final Staging staging = new MemoryStaging(() -> world.clock().now(), world::waits);
    private final ShipmentPlans plans = new ShipmentPlans(
            mappings(), new MemoryPostings(world::postings), new MemoryDocuments(world::command), staging);

    /** Before it is recorded, nothing can tell the watch over orders that this shipment is to be planned again. */
    @Test
    void a_shipment_that_was_to_be_skipped_waits_where_its_order_is_posted_after_all() {
        world.record(Plans.skip("10234", 1, "STATUS"));
        Staged staged = staged();
        var heldUp = plans.planned(staged, shipment()).orElseThrow();
        world.record(Plans.post("10234", 2, "content"));
        heldUp.accept(world.store(), staging);
        assertThat(despatches()).isEmpty();
        assertThat(staging.waits(staged.id())).isTrue();
        plans.planned(staged, shipment()).orElseThrow().accept(world.store(), staging);
        assertThat(despatches()).containsExactly(PostingState.WAITING);
        assertThat(staging.waits(staged.id())).isFalse();
    }

    @Test
    void it_is_recorded_where_its_order_has_only_come_further() {
        world.record(Plans.post("10234"));
        var planned = plans.planned(staged(), shipment()).orElseThrow();
        world.record(Plans.post("10234", 2, "other content"));
        planned.accept(world.store(), staging);
        assertThat(despatches()).containsExactly(PostingState.WAITING);
    }

    /** When it was planned, the despatch was in doubt; when it is recorded, it is posted: nobody would plan it again. */
    @Test
    void other_tracking_is_amended_though_the_despatch_was_posted_only_after_the_shipment_was_planned() {
        world.record(Plans.post("10234"));
        plans.planned(staged(), shipment()).orElseThrow().accept(world.store(), staging);
        staging.stage(
                "shipment",
                List.of(new Received("10234-1", "C10234", AT, "{\"tracking\":2}")),
                staging.readingBegins());
        Staged other = staging.unplanned("shipment", 0, 1).get(0);
        var heldUp = plans.planned(other, shipment("JD2")).orElseThrow();
        staging.planned(other.id());
        posts(PostingKind.ORDER);
        posts(PostingKind.DESPATCH);
        staging.planAgain("shipment", "10234-1");
        heldUp.accept(world.store(), staging);
        assertThat(world.postings())
                .filteredOn(posting -> posting.key().kind() == PostingKind.DESPATCH_TRACKING)
                .extracting(Posting::state)
                .containsExactly(PostingState.PLANNED);
    }

    private void posts(PostingKind kind) {
        Store store = world.store();
        Claimed claimed = store.claim(Purpose.POST, "a", StoreContract.LEASE, 1).get(0);
        assertThat(claimed.command().key().kind()).isEqualTo(kind);
        store.intend(claimed, StoreContract.LEASE, "nothing found");
        store.conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
        store.release(claimed);
    }

    private List<PostingState> despatches() {
        return world.postings().stream()
                .filter(posting -> posting.key().kind() == PostingKind.DESPATCH)
                .map(Posting::state)
                .toList();
    }

    private Staged staged() {
        staging.stage("shipment", List.of(new Received("10234-1", "C10234", AT, "{}")), staging.readingBegins());
        return staging.unplanned("shipment", 0, 1).get(0);
    }

    private static Shipment shipment() {
        return shipment("JD1");
    }

    private static Shipment shipment(String consignment) {
        return new Shipment(
                1,
                "10234-1",
                10234,
                AT,
                true,
                AT,
                new Shipment.Tracking("DHL", "", consignment),
                false,
                1,
                new BigDecimal("10.00"),
                "GBP",
                List.of(new Shipment.Line(1, "ProductOrderLine", 1, List.of())),
                List.of(new Shipment.Ordered(1, "AW1010-NAV-M")));
    }

    private static Mappings mappings() {
        try {
            return SeedFolder.load(Path.of("docs/example-mappings"));
        } catch (MappingFaults e) {
            throw new AssertionError(e);
        }
    }
}
