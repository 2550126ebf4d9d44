package centrasage.orders.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.CentraEvents;
import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.QueuedEvent;
import centrasage.centra.client.RawOrder;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.database.StoreFile;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing leaves Centra's queue before it is staged, and nothing stays at its head. */
class EventQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    /** What Centra holds: the queue, and the content of orders by number. */
    private final List<QueuedEvent> waiting = new ArrayList<>();

    private final Map<Integer, String> held = new TreeMap<>();
    private final Map<String, Long> counted = new TreeMap<>();
    private int pageSize = 100;
    private int reads;
    private int confirmations;
    private boolean confirmFails;
    private boolean confirmIsIgnored;
    private boolean readFails;
    private boolean stopped;

    private final CentraEvents events = new CentraEvents() {
        @Override
        public List<QueuedEvent> oldest() {
            return waiting.stream().limit(pageSize).toList();
        }

        @Override
        public void confirm(Collection<QueuedEvent> done) throws TargetUnavailable {
            confirmations++;
            if (confirmFails) {
                throw new TargetUnavailable("Centra does not answer");
            }
            done.forEach(event -> event.orderNumber()
                    .ifPresent(number -> assertThat(versions(number))
                            .as("order %s is staged before its event is confirmed", number)
                            .isEqualTo(held.containsKey(number) ? 1 : 0)));
            if (!confirmIsIgnored) {
                waiting.removeAll(done);
            }
        }
    };

    private final CentraOrders orders = new CentraOrders() {
        /** Three in a page. */
        @Override
        public OrderPage numbered(Collection<Integer> numbers, @Nullable String after) throws TargetUnavailable {
            reads++;
            if (readFails) {
                throw new TargetUnavailable("Centra does not answer");
            }
            int from = after == null ? 0 : Integer.parseInt(after);
            List<RawOrder> rest = numbers.stream()
                    .filter(held::containsKey)
                    .filter(number -> number > from)
                    .map(number -> new RawOrder(number, NOW, "{\"content\": \"" + held.get(number) + "\"}"))
                    .toList();
            List<RawOrder> page = rest.stream().limit(3).toList();
            boolean more = rest.size() > page.size();
            String cursor = page.isEmpty()
                    ? null
                    : Long.toString(page.get(page.size() - 1).number());
            return new OrderPage(page, cursor, more, NOW);
        }
    };

    private EventQueue queue(String events, String mode) {
        return new EventQueue(
                this.events,
                orders,
                new Intake(world.staging()),
                new EventSettings(events, mode, Duration.ofSeconds(10)));
    }

    private void drain() throws TargetUnavailable {
        queue("on", "live")
                .drain(() -> stopped, counts -> counts.forEach((name, n) -> counted.merge(name, n, Long::sum)));
    }

    private void happened(int... numbers) {
        for (int number : numbers) {
            waiting.add(new QueuedEvent(100 + waiting.size() + confirmations * 1_000, "Order", number));
        }
    }

    /** H2 writes a commit up to half a second later: a process that is killed in between would take the order along. */
    @Test
    void what_an_event_names_is_on_the_disk_before_the_event_is_confirmed(@TempDir Path folder) throws Exception {
        held.put(7, "a");
        happened(7);
        List<String> left = new ArrayList<>();
        try (StoreFile file = new StoreFile(folder)) {
            CentraEvents asked = new CentraEvents() {
                @Override
                public List<QueuedEvent> oldest() {
                    return List.copyOf(waiting);
                }

                @Override
                public void confirm(Collection<QueuedEvent> done) {
                    left.add(file.left("SELECT source_key FROM staged_document"));
                    waiting.clear();
                }
            };
            Intake intake = new Intake(new JpaWorld(file.database(), StoreContract.SETTLE).staging());
            EventSettings on = new EventSettings("on", "live", Duration.ofSeconds(10));
            new EventQueue(asked, orders, intake, on).drain(() -> false, counts -> {});
        }
        assertThat(left).containsExactly("7");
    }

    private int versions(int number) {
        return world.staging().of("order", Integer.toString(number)).size();
    }

    @Test
    void the_orders_that_it_names_are_read_anew_staged_and_then_confirmed() throws TargetUnavailable {
        for (int number = 1; number <= 7; number++) {
            held.put(number, "a");
        }
        happened(1, 2, 3, 4, 5, 6, 7);
        drain();
        assertThat(held.keySet())
                .allSatisfy(number -> assertThat(versions(number)).isOne());
        assertThat(waiting).isEmpty();
        assertThat(reads).isEqualTo(3);
        assertThat(counted)
                .containsEntry("events", 7L)
                .containsEntry("new or changed", 7L)
                .containsEntry("gone", 0L);
        assertThat(world.staging().watermark("centra-orders")).isEmpty();
    }

    @Test
    void a_queue_of_many_pages_is_read_to_its_end() throws TargetUnavailable {
        pageSize = 2;
        for (int number = 1; number <= 9; number++) {
            held.put(number, "a");
            happened(number);
        }
        drain();
        assertThat(waiting).isEmpty();
        assertThat(confirmations).isEqualTo(5);
    }

    @Test
    void duplicate_and_reordered_events_are_no_ops() throws TargetUnavailable {
        held.put(1, "a");
        held.put(2, "a");
        happened(2, 1, 1, 2, 1);
        waiting.add(waiting.get(0));
        drain();
        happened(1, 2);
        drain();
        assertThat(versions(1)).isOne();
        assertThat(versions(2)).isOne();
        assertThat(counted).containsEntry("new or changed", 2L).containsEntry("events", 8L);
    }

    @Test
    void what_was_staged_and_not_confirmed_comes_again_and_changes_nothing() throws TargetUnavailable {
        held.put(1, "a");
        happened(1);
        confirmFails = true;
        assertThatThrownBy(this::drain).isInstanceOf(TargetUnavailable.class);
        assertThat(versions(1)).isOne();
        assertThat(waiting).hasSize(1);
        confirmFails = false;
        drain();
        assertThat(versions(1)).isOne();
        assertThat(waiting).isEmpty();
    }

    @Test
    void what_could_not_be_read_is_not_confirmed() {
        held.put(1, "a");
        happened(1);
        readFails = true;
        assertThatThrownBy(this::drain).isInstanceOf(TargetUnavailable.class);
        assertThat(confirmations).isZero();
        assertThat(versions(1)).isZero();
    }

    @Test
    void an_order_that_is_gone_does_not_block_those_behind_it() throws TargetUnavailable {
        held.put(2, "a");
        happened(1, 2);
        waiting.add(new QueuedEvent(900, "Order", 99_999_999_999L));
        waiting.add(new QueuedEvent(901, "Order", 0));
        drain();
        assertThat(waiting).isEmpty();
        assertThat(versions(2)).isOne();
        assertThat(counted).containsEntry("gone", 1L);
    }

    @Test
    void events_about_anything_else_are_confirmed_without_a_question() throws TargetUnavailable {
        waiting.add(new QueuedEvent(1, "Shipment", 7));
        waiting.add(new QueuedEvent(2, "", 7));
        drain();
        assertThat(waiting).isEmpty();
        assertThat(reads).isZero();
    }

    @Test
    void a_queue_that_gives_what_was_confirmed_is_left_alone() {
        held.put(1, "a");
        happened(1);
        confirmIsIgnored = true;
        assertThatThrownBy(this::drain)
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("were confirmed, such as 100");
        assertThat(confirmations).isOne();
    }

    @Test
    void a_run_that_is_stopped_leaves_the_rest_in_the_queue() throws TargetUnavailable {
        happened(1);
        stopped = true;
        drain();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void switched_off_or_in_a_preview_nothing_is_taken_out() throws TargetUnavailable {
        happened(1);
        for (EventQueue none : List.of(queue("off", "live"), queue("on", "preview"))) {
            none.drain(() -> false, counts -> {});
        }
        assertThat(waiting).hasSize(1);
        assertThat(confirmations).isZero();
    }
}
