package centrasage.stock.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.OrderedGoods;
import centrasage.centra.client.CentraStock;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.publish.Promises.Begun;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was placed in Centra and not collected: read once in a run, and then only what was made or changed since. */
class PromisesTest {
    private static final URI NOWHERE = URI.create("http://localhost:1");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final StockSide side = new StockSide(NOWHERE, NOWHERE);
    private final Orders centra = new Orders();
    private final Promises promises =
            new Promises(side.store.staging(), side.reckoning, side.demand, centra, side.settings);

    /** A page for each two orders. */
    private static final class Orders extends CentraStock {
        private record Made(OrderedGoods goods, Instant updatedAt) {}

        private final List<Made> all = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();
        private boolean isEndless;

        void has(long number, Instant placedAt, Instant updatedAt, Map<String, Integer> units) {
            all.removeIf(made -> made.goods().number() == number);
            all.add(new Made(new OrderedGoods(number, "CONFIRMED", placedAt, units), updatedAt));
        }

        @Override
        public Page<OrderedGoods> placed(Instant from, @Nullable String after) {
            asked.add("placed since " + from);
            List<OrderedGoods> orders = all.stream()
                    .map(Made::goods)
                    .filter(goods ->
                            goods.placedAt() == null || !goods.placedAt().isBefore(from))
                    .toList();
            return page(orders, after);
        }

        @Override
        public Page<OrderedGoods> touched(Instant from, @Nullable String after) {
            asked.add("touched since " + from);
            List<OrderedGoods> orders = all.stream()
                    .filter(made -> !made.updatedAt().isBefore(from))
                    .map(Made::goods)
                    .toList();
            return page(orders, after);
        }

        private Page<OrderedGoods> page(List<OrderedGoods> orders, @Nullable String after) {
            int begin = after == null ? 0 : Integer.parseInt(after);
            int end = Math.min(orders.size(), begin + 2);
            boolean isLast = end == orders.size() && !isEndless;
            return new Page<>(orders.subList(begin, end), isLast ? null : Integer.toString(end));
        }
    }

    private Begun begin() {
        side.collected(NOON);
        return promises.begin().orElseThrow();
    }

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void a_run_reads_once_what_was_placed_and_then_what_is_new() throws TargetUnavailable {
        for (int order = 1; order <= 5; order++) {
            centra.has(order, at(order), at(order), Map.of("SHIRT", 1));
        }
        Begun begun = begin();
        assertThat(promises.placedSince(begun)).isEqualTo(Map.of("SHIRT", 5L));
        assertThat(centra.asked).hasSize(3).containsOnly("placed since 2026-11-23T11:58:00Z");
        centra.asked.clear();
        centra.has(6, at(6), at(6), Map.of("SHIRT", 1));

        assertThat(promises.placedSince(begun)).isEqualTo(Map.of("SHIRT", 6L));
        assertThat(centra.asked).hasSize(2).containsOnly("touched since 2026-11-23T12:03:00Z");
    }

    @Test
    void an_order_that_changes_while_a_run_reads_counts_by_the_higher_figures() throws TargetUnavailable {
        centra.has(1, at(1), at(1), Map.of("SHIRT", 1));
        centra.has(2, at(1), at(1), Map.of("SHIRT", 4));
        centra.has(3, at(60), at(60), Map.of("SHIRT", 1));
        Begun begun = begin();
        promises.placedSince(begun);
        centra.has(1, at(1), at(61), Map.of("SHIRT", 3, "SCARF", 2));
        centra.has(2, at(1), at(61), Map.of());

        assertThat(promises.placedSince(begun)).isEqualTo(Map.of("SHIRT", 3L + 4 + 1, "SCARF", 2L));
        assertThat(promises.placedSince(begin())).as("the next run").isEqualTo(Map.of("SHIRT", 4L, "SCARF", 2L));
    }

    @Test
    void an_order_from_before_that_is_touched_was_collected() throws TargetUnavailable {
        centra.has(1, at(-600), at(5), Map.of("SHIRT", 1));
        Begun begun = begin();
        promises.placedSince(begun);
        assertThat(promises.placedSince(begun)).isEmpty();
    }

    @Test
    void more_orders_than_anybody_places_while_they_are_collected_are_told_and_not_read() {
        centra.isEndless = true;
        Begun begun = begin();
        assertThatThrownBy(() -> promises.placedSince(begun))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessage("Stock is not told to Centra: more than 10000 orders were placed or changed there since"
                        + " orders were collected last, up to 2026-11-23T12:00:00Z. Find out why the job order-import"
                        + " does not collect them; stock goes on by itself once it has.");
        assertThat(centra.asked).hasSize(50);
    }
}
