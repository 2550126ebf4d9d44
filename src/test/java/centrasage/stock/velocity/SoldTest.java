package centrasage.stock.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.OrderName;
import centrasage.stock.demand.DemandWatch;
import centrasage.stock.demand.Reckoning;
import centrasage.sync.demand.Demand;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was sold, as orders are staged, edited, cancelled and grow old. */
class SoldTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Sold sold = Solds.in(world, WEEK);

    @BeforeEach
    void watch() {
        Demand demand = world.transactions().bean(Demand.class, world.entities());
        world.observeStaged(
                new DemandWatch(
                        demand,
                        world.transactions().bean(Reckoning.class, demand, world.staging()),
                        world.staging(),
                        sold)::staged);
    }

    private Instant ago(Duration length) {
        return world.time().now().minus(length);
    }

    private void stage(String order, String status, Instant placedAt, int shirts) {
        String text = """
                {"number": %s, "status": "%s", "createdAt": "%s", "lines": [
                 {"__typename": "ProductOrderLine", "quantity": %d, "productSize": {"SKU": "SHIRT"}}]}""".formatted(order, status, placedAt, shirts);
        world.staging()
                .stage(
                        OrderName.DOCUMENT,
                        List.of(new Received(order, OrderName.of(Integer.parseInt(order)), Instant.now(), text)),
                        world.staging().readingBegins());
    }

    private Map<String, Long> sold(Duration within) {
        return sold.of(Set.of("SHIRT", "SCARF"), within);
    }

    @Test
    void an_order_counts_once_by_its_date_however_often_it_comes() {
        Instant placed = ago(Duration.ofHours(30));
        stage("101", "CONFIRMED", placed, 2);
        stage("101", "PROCESSING", placed, 2);
        stage("101", "SHIPPED", placed, 2);
        stage("102", "CONFIRMED", ago(Duration.ofHours(1)), 3);

        assertThat(sold(WEEK)).containsExactly(Map.entry("SHIRT", 5L));
        assertThat(sold(Duration.ofDays(1))).containsExactly(Map.entry("SHIRT", 3L));
    }

    @Test
    void an_edited_order_counts_as_it_is_now_and_a_cancelled_one_not_at_all() {
        Instant placed = ago(Duration.ofHours(2));
        stage("101", "CONFIRMED", placed, 5);
        stage("101", "CONFIRMED", placed, 1);
        assertThat(sold(WEEK)).containsEntry("SHIRT", 1L);
        stage("101", "CANCELLED", placed, 1);
        assertThat(sold(WEEK)).isEmpty();
    }

    @Test
    void what_is_older_than_the_window_is_not_kept_and_is_forgotten() {
        stage("101", "CONFIRMED", ago(Duration.ofDays(8)), 5);
        assertThat(sold.forgetOld()).as("it was never kept").isZero();
        stage("102", "CONFIRMED", ago(Duration.ofDays(1)), 2);
        world.clock().advance(Duration.ofDays(6).minusSeconds(60));
        assertThat(sold.forgetOld()).isZero();
        assertThat(sold(WEEK)).containsEntry("SHIRT", 2L);
        world.clock().advance(Duration.ofMinutes(2));
        assertThat(sold(WEEK)).as("to the second, whenever it is forgotten").containsEntry("SHIRT", 0L);
        assertThat(sold.forgetOld()).isOne();
    }

    @Test
    void nothing_is_looked_back_to_before_orders_were_known() {
        assertThat(sold.window()).isEqualTo(Duration.ofDays(1));
        stage("101", "CONFIRMED", ago(Duration.ofDays(3)), 5);
        assertThat(sold.window()).isCloseTo(Duration.ofDays(3), Duration.ofMinutes(1));
        world.clock().advance(Duration.ofDays(30));
        assertThat(sold.window()).isEqualTo(WEEK);
    }

    @Test
    void a_sku_that_no_product_can_have_keeps_no_order_from_being_staged() {
        sold.put("103", Map.of("X".repeat(200), 1, "SCARF", 2), ago(Duration.ofHours(1)));
        assertThat(sold(WEEK)).containsExactly(Map.entry("SCARF", 2L));
    }
}
