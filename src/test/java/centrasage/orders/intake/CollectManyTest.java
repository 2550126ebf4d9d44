package centrasage.orders.intake;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.StubCentra;
import centrasage.orders.OrderSettings;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the day after a sale costs: Centra is asked once for each page, however many orders changed. */
class CollectManyTest {
    private static final int CHANGED = 50_000;
    private static final int PAGE = 200;
    private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final StubCentra centra = new StubCentra();

    @AfterEach
    void close() {
        centra.close();
    }

    @Test
    void fifty_thousand_changed_orders_are_collected_in_as_many_requests_as_there_are_pages() throws Exception {
        for (int first = 1; first <= CHANGED; first += PAGE) {
            centra.answers(200, page(first, first + PAGE <= CHANGED));
        }
        assertThat(collect()).isEqualTo("COMPLETED");

        assertThat(centra.asked).hasSize(CHANGED / PAGE);
        assertThat(world.database().count("staged_document")).isEqualTo(CHANGED);
        assertThat(world.staging().watermark(CollectOrders.WATERMARK)).contains(NOW);
    }

    private String collect() throws Exception {
        OrderSettings settings = new OrderSettings() {
            @Override
            public Duration overlap() {
                return Duration.ofMinutes(10);
            }

            @Override
            public Instant firstMoment() {
                return Instant.EPOCH;
            }
        };
        JobContext context = (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(), new Class<?>[] {JobContext.class}, (proxy, method, arguments) -> 7L);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        EventQueue none = new EventQueue() {
            @Override
            public void drain(BooleanSupplier stopped, Consumer<Map<String, Long>> tally) {
                // switched off
            }
        };
        return new CollectOrders(
                        centra.orders(PAGE), none, world.staging(), world.runCounts(), context, clock, settings)
                .process();
    }

    private static String page(int first, boolean more) {
        String edges = IntStream.range(first, first + PAGE)
                .mapToObj(
                        number -> "{\"node\":{\"number\":" + number + ",\"updatedAt\":\"2026-11-27T10:00:00+00:00\"}}")
                .collect(Collectors.joining(","));
        return "{\"data\":{\"orderConnection\":{\"edges\":[" + edges + "],\"pageInfo\":{\"hasNextPage\":" + more
                + ",\"endCursor\":\"after-" + (first + PAGE - 1) + "\"}}}}";
    }
}
