package centrasage.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.Shipment;
import centrasage.flow.Outcome;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.SeedFolder;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the database, as a chunk does it: its transaction has read the order already when another commits that it is another thing. */
class OvertakenDespatchesTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final PostingKey DESPATCH = new PostingKey("33", PostingKind.DESPATCH, "10234-1");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private ShipmentPlans plans;

    @BeforeEach
    void wire() throws MappingFaults {
        plans = new ShipmentPlans(
                SeedFolder.load(Path.of("docs/example-mappings")),
                world.postings(),
                world.postedDocuments(),
                world.staging());
        world.observe(plans::changed, found -> {}, withdrawn -> {});
    }

    @Test
    void a_despatch_is_not_left_behind_an_order_that_was_skipped_after_the_chunk_had_read_it() {
        world.record(Plans.post("10234"));
        recordAfter(() -> world.record(Plans.skip("10234", 2, "STATUS")));
        assertThat(world.posting(DESPATCH)).isEmpty();
        assertThat(waits()).isTrue();
    }

    @Test
    void a_despatch_is_not_skipped_where_its_order_was_posted_after_the_chunk_had_read_it() {
        world.record(Plans.skip("10234", 1, "STATUS"));
        recordAfter(() -> {
            world.record(Plans.post("10234", 2, "content"));
            post();
        });
        assertThat(world.posting(DESPATCH)).isEmpty();
        assertThat(waits()).isTrue();
    }

    /** The watch over orders sees the despatch then. */
    @Test
    void an_order_becomes_another_thing_only_once_the_despatch_is_recorded() throws Exception {
        world.record(Plans.post("10234"));
        Staged staged = staged();
        Future<?> skipping = world.transactions().inNew(() -> {
            plans.planned(staged, shipment()).orElseThrow().accept(world.store(), world.staging());
            return world.beside(() -> world.record(Plans.skip("10234", 2, "STATUS")));
        });
        skipping.get();
        assertThat(world.posting(DESPATCH)).map(Posting::state).contains(PostingState.WAITING);
        assertThat(waits()).as("it is planned again").isTrue();
    }

    /** Whoever has locked the order wants its shipments next; a chunk that had them already would wait for ever. */
    @Test
    void a_chunk_locks_orders_before_their_shipments_as_everybody_does() throws Exception {
        world.record(Plans.post("10234"));
        Staged staged = staged();
        long order = world.posting(Plans.key("10234")).orElseThrow().id();
        Future<?> chunk = world.transactions().inNew(() -> {
            world.givingUp().settled(order);
            Future<?> waiting = world.beside(() -> world.transactions().inNew(() -> {
                plans.planned(staged, shipment()).orElseThrow().accept(world.store(), world.staging());
                return staged;
            }));
            assertThat(world.staging().planAgain("shipment", "10234-1")).isTrue();
            return waiting;
        });
        chunk.get();
        assertThat(world.posting(DESPATCH)).map(Posting::state).contains(PostingState.WAITING);
    }

    private void recordAfter(Runnable meanwhile) {
        Staged staged = staged();
        world.transactions().inNew(() -> {
            var planned = plans.planned(staged, shipment()).orElseThrow();
            world.beside(() -> {
                        meanwhile.run();
                        return null;
                    })
                    .get();
            planned.accept(world.store(), world.staging());
            return staged;
        });
    }

    private void post() {
        Claimed claimed =
                world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 1).get(0);
        world.store().intend(claimed, StoreContract.LEASE, "nothing found");
        world.store().conclude(claimed, new Outcome.Posted(Plans.document("10234")), Duration.ZERO);
        world.store().release(claimed);
    }

    private Staged staged() {
        world.staging()
                .stage(
                        "shipment",
                        List.of(new Received("10234-1", "C10234", AT, "{}")),
                        world.staging().readingBegins());
        return world.staging().unplanned("shipment", 0, 1).get(0);
    }

    private boolean waits() {
        return !world.staging().unplanned("shipment", 0, 1).isEmpty();
    }

    private static Shipment shipment() {
        return new Shipment(
                1,
                "10234-1",
                10234,
                AT,
                true,
                AT,
                new Shipment.Tracking("DHL", "", "JD1"),
                false,
                1,
                new BigDecimal("10.00"),
                "GBP",
                List.of(new Shipment.Line(1, "ProductOrderLine", 1, List.of())),
                List.of(new Shipment.Ordered(1, "AW1010-NAV-M")));
    }
}
