package centrasage.orders.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.RawOrder;
import centrasage.flow.TargetUnavailable;
import centrasage.orders.OrderSettings;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far Centra was read, and from where the next run reads. */
class CollectOrdersTest {
    private static final Instant OURS = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Deque<OrderPage> pages = new ArrayDeque<>();
    private final List<Instant> asked = new ArrayList<>();

    private boolean queueBroken;

    private void collect() throws Exception {
        CentraOrders centra = new CentraOrders() {
            @Override
            public OrderPage page(Instant updatedFrom, @Nullable String afterCursor) {
                asked.add(updatedFrom);
                return pages.remove();
            }
        };
        OrderSettings settings = new OrderSettings() {
            @Override
            public Duration overlap() {
                return OVERLAP;
            }

            @Override
            public Instant firstMoment() {
                return Instant.EPOCH;
            }
        };
        JobContext context = (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(), new Class<?>[] {JobContext.class}, (proxy, method, arguments) -> 7L);
        Clock clock = Clock.fixed(OURS, ZoneOffset.UTC);
        EventQueue events = new EventQueue() {
            @Override
            public void drain(BooleanSupplier stopped, Consumer<Map<String, Long>> tally) throws TargetUnavailable {
                if (queueBroken) {
                    throw new TargetUnavailable("The Centra token lacks the permission Event:read");
                }
            }
        };
        assertThat(new CollectOrders(centra, events, world.staging(), world.runCounts(), context, clock, settings)
                        .process())
                .isEqualTo("COMPLETED");
    }

    private static OrderPage page(long number, boolean more, @Nullable Instant sentAt) {
        return new OrderPage(List.of(new RawOrder(number, OURS, "{}")), more ? "next" : null, more, sentAt);
    }

    private Instant readTo() {
        return world.staging().watermark(CollectOrders.WATERMARK).orElseThrow();
    }

    @Test
    void a_clock_of_ours_that_is_fast_leaves_nothing_out() throws Exception {
        Instant centras = OURS.minus(Duration.ofHours(2));
        pages.add(page(1, true, centras));
        pages.add(page(2, false, centras.plusSeconds(40)));
        pages.add(page(3, false, null));
        collect();
        assertThat(readTo()).isEqualTo(centras);
        collect();
        assertThat(asked).containsExactly(Instant.EPOCH, Instant.EPOCH, centras.minus(OVERLAP));
    }

    @Test
    void a_clock_of_ours_that_is_slow_or_alone_only_reads_more_than_it_must() throws Exception {
        pages.add(page(1, false, OURS.plusSeconds(3600)));
        collect();
        assertThat(readTo()).isEqualTo(OURS);
        pages.add(page(2, false, null));
        collect();
        assertThat(readTo()).isEqualTo(OURS);
    }

    @Test
    void a_run_that_fails_between_two_pages_keeps_what_it_read_and_the_next_one_begins_where_it_began()
            throws Exception {
        pages.add(page(1, true, OURS));
        assertThatThrownBy(this::collect).as("there is no second page").isInstanceOf(Exception.class);
        assertThat(world.staging().of(Intake.KIND, "1")).hasSize(1);
        assertThat(world.staging().watermark(CollectOrders.WATERMARK)).isEmpty();
        pages.add(page(1, false, OURS));
        collect();
        assertThat(asked).containsExactly(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        assertThat(readTo()).isEqualTo(OURS);
    }

    @Test
    void an_event_queue_that_cannot_be_read_keeps_nothing_from_being_read_by_its_time_of_change() throws Exception {
        queueBroken = true;
        pages.add(page(1, false, null));
        collect();
        assertThat(readTo()).isEqualTo(OURS);
        assertThat(world.staging().of(Intake.KIND, "1")).hasSize(1);
        assertThat(world.runCounts().of(7))
                .containsEntry("event queue not read", 1L)
                .containsEntry("read", 1L);
    }
}
