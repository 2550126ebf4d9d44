package centrasage.centra.client;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.CentraNumbers.Attribute;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.flow.TargetUnavailable;
import centrasage.orders.intake.Intake;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Centra tells us of what we wrote ourselves: the order is read again, and that is all. */
class OurOwnWritingTest {
    private static final int FIRST = 10_001;

    private final TestTime time = new TestTime();
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Intake intake = new Intake(world.staging());
    private CentraSimulator centra;
    private CentraOrders orders;
    private CentraNumbers numbers;
    private CentraEvents events;

    @BeforeEach
    void open() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(time));
        centra.trade(LocalDate.of(2026, 11, 22), 3);
        CentraGraphQl graphQl = new CentraGraphQl(
                new CentraSettings(
                        centra.baseUrl(), CentraOptions.DEFAULT_TOKEN, Duration.ofSeconds(5), Duration.ofSeconds(30)),
                time,
                time);
        orders = new CentraOrders(graphQl, 10);
        numbers = new CentraNumbers(graphQl);
        events = new CentraEvents(graphQl, 10);
    }

    @AfterEach
    void close() {
        centra.close();
    }

    private int collect(Instant from) throws TargetUnavailable {
        return intake.stage(orders.page(from, null).orders(), time.instant());
    }

    private List<Staged> waiting() {
        return world.staging().unplanned(Intake.KIND, 0, 10);
    }

    @Test
    void it_fires_an_event_and_moves_the_moment_of_change_and_is_no_new_version_whichever_way_it_comes()
            throws TargetUnavailable {
        assertThat(collect(Instant.EPOCH)).isEqualTo(3);
        waiting().forEach(staged -> world.staging().planned(staged.id()));
        assertThat(events.oldest()).isEmpty();
        time.take(Duration.ofHours(1));
        Instant before = time.instant();
        assertThat(numbers.externalIds(Map.of((long) FIRST, "33/0000000231"))).isEmpty();
        assertThat(numbers.assign(new Attribute("sage", "order_number"), Map.of((long) FIRST, "0000000231")))
                .isEmpty();

        List<RawOrder> touched = orders.page(before, null).orders();
        assertThat(touched).extracting(RawOrder::number).containsExactly((long) FIRST);
        assertThat(events.oldest()).as("our own event").isNotEmpty();
        assertThat(collect(before)).isZero();
        assertThat(intake.stage(orders.numbered(List.of(FIRST), null).orders(), time.instant()))
                .isZero();
        assertThat(waiting()).isEmpty();
        assertThat(world.staging().of(Intake.KIND, Integer.toString(FIRST))).hasSize(1);
    }

    @Test
    void a_change_of_somebody_else_in_the_same_moment_is_seen() throws TargetUnavailable {
        collect(Instant.EPOCH);
        numbers.externalIds(Map.of((long) FIRST, "33/0000000231"));
        centra.state().change(FIRST, order -> order.withComments("", "leave it at the door"));
        assertThat(collect(Instant.EPOCH)).isOne();
        assertThat(waiting()).hasSize(3);
    }
}
