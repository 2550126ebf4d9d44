package centrasage.centra.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.flow.TargetUnavailable;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.centra.events.ChangeType;
import centrasage.simulator.centra.state.AccessToken;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.http.FaultKind;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event queue and orders by number, against a Centra that executes what we ask. */
class SimulatedEventsTest {
    private static final int FIRST = 10_001;

    private final TestTime time = new TestTime();
    private CentraSimulator centra;
    private CentraEvents events;

    @BeforeEach
    void open() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(time));
        centra.trade(LocalDate.of(2026, 11, 22), 30);
        events = new CentraEvents(graphQl(CentraOptions.DEFAULT_TOKEN), 10);
    }

    @AfterEach
    void close() {
        centra.close();
    }

    private CentraGraphQl graphQl(String token) {
        return new CentraGraphQl(
                new CentraSettings(centra.baseUrl(), token, Duration.ofSeconds(5), Duration.ofSeconds(30)), time, time);
    }

    private void touch(int number) {
        centra.state().change(number, order -> order.withComments("touched", ""));
    }

    @Test
    void what_happens_is_given_until_it_is_confirmed() throws TargetUnavailable {
        assertThat(events.oldest()).isEmpty();
        touch(FIRST);
        centra.state().delete(FIRST + 1);
        List<QueuedEvent> given = events.oldest();
        assertThat(given).extracting(event -> event.orderNumber().orElseThrow()).containsExactly(FIRST, FIRST + 1);
        assertThat(events.first()).containsExactly(given.get(0));
        assertThat(events.oldest()).isEqualTo(given);
        events.confirm(given.subList(0, 1));
        assertThat(events.oldest()).isEqualTo(given.subList(1, 2));
        events.confirm(given);
        assertThat(events.oldest()).isEmpty();
    }

    @Test
    void changes_of_orders_are_listened_to_and_whatever_else_comes_is_told_apart() throws TargetUnavailable {
        events.first();
        assertThat(centra.queues().listeners("centra-sage200")).singleElement().satisfies(listener -> {
            assertThat(listener.objectType()).isEqualTo("Order");
            assertThat(listener.changeTypes()).hasSize(ChangeType.values().length);
        });
        centra.queues().listen("centra-sage200", "Shipment", Set.of(), time.instant());
        centra.queues().happened("Shipment", ChangeType.CREATED, FIRST, time.instant());
        assertThat(events.oldest()).singleElement().satisfies(event -> {
            assertThat(event.objectType()).isEqualTo("Shipment");
            assertThat(event.orderNumber()).isEmpty();
        });
    }

    @Test
    void orders_are_read_by_number_and_those_that_are_gone_are_left_out() throws TargetUnavailable {
        CentraOrders orders = new CentraOrders(graphQl(CentraOptions.DEFAULT_TOKEN), 2);
        centra.state().delete(FIRST + 1);
        List<Integer> wanted = List.of(FIRST, FIRST + 1, FIRST + 2, FIRST + 3);
        OrderPage page = orders.numbered(wanted, null);
        List<RawOrder> read = new ArrayList<>(page.orders());
        assertThat(page.hasNextPage()).isTrue();
        page = orders.numbered(wanted, page.endCursor());
        read.addAll(page.orders());
        assertThat(page.hasNextPage()).isFalse();
        assertThat(read).extracting(RawOrder::number).containsExactly(10_001L, 10_003L, 10_004L);
        assertThat(orders.page(TestTime.START.minus(Duration.ofDays(9)), null).orders())
                .as("the same text on every road, or it would be staged twice")
                .isEqualTo(read.subList(0, 2));
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_again_and_a_confirmation_sent_again() throws TargetUnavailable {
        events.first();
        touch(FIRST);
        List<QueuedEvent> given = events.oldest();
        centra.faults().order(FaultKind.RESET_AFTER_COMMIT, "", 1);
        events.confirm(given);
        assertThat(centra.faults().count(FaultKind.RESET_AFTER_COMMIT)).isOne();
        assertThat(events.oldest()).isEmpty();
    }

    @Test
    void rows_that_come_twice_or_in_another_order_are_given_as_they_come() throws TargetUnavailable {
        events.first();
        touch(FIRST);
        touch(FIRST + 1);
        centra.dataFaults().set("duplicateRows", 1000);
        centra.dataFaults().set("reorderedRows", 1000);
        List<QueuedEvent> given = events.oldest();
        assertThat(centra.dataFaults().count(DataFaults.Kind.DUPLICATE_ROWS)).isOne();
        assertThat(given)
                .extracting(event -> event.orderNumber().orElseThrow())
                .containsExactly(FIRST + 1, FIRST, FIRST);
        events.confirm(given);
        assertThat(centra.queues().waiting()).isEmpty();
    }

    @Test
    void a_token_without_the_permissions_is_told_which() {
        centra.state().put(new AccessToken("reader", "erp", Set.of("Event:read")));
        assertThatThrownBy(() -> new CentraEvents(graphQl("reader"), 10).first())
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("Event:write");
        centra.state().put(new AccessToken("writer", "erp", Set.of("Event:write")));
        assertThatThrownBy(() -> new CentraEvents(graphQl("writer"), 10).first())
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("Event:read");
        centra.state().put(new AccessToken("both", "erp", Set.of("Event:read", "Event:write")));
        assertThat(catchNothing()).isEmpty();
    }

    private List<QueuedEvent> catchNothing() {
        try {
            return new CentraEvents(graphQl("both"), 10).first();
        } catch (TargetUnavailable e) {
            throw new AssertionError(e);
        }
    }
}
