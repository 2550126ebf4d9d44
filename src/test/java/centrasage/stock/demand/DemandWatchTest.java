package centrasage.stock.demand;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.OrderName;
import centrasage.flow.Outcome.Posted;
import centrasage.stock.velocity.Solds;
import centrasage.sync.demand.Demand;
import centrasage.sync.demand.Demand.InFlight;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is ordered and not in Sage yet, as it is staged, planned, posted and changed. */
class DemandWatchTest {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String LINE = "{\"__typename\": \"%s\", \"quantity\": %d, \"productSize\": {\"SKU\": \"%s\"}}";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Demand demand = world.transactions().bean(Demand.class, world.entities());

    @BeforeEach
    void watch() {
        DemandWatch watch = new DemandWatch(demand, Solds.in(world, Duration.ofDays(7)));
        world.observeStaged(watch::staged);
        world.observe(watch::changed, finding -> {}, news -> {});
    }

    private int stage(String status, String... lines) {
        String text =
                "{\"number\": 10234, \"status\": \"" + status + "\", \"lines\": [" + String.join(",", lines) + "]}";
        return world.staging()
                .stage(
                        OrderName.DOCUMENT,
                        List.of(new Received("10234", "C10234", Instant.now(), text)),
                        world.staging().readingBegins());
    }

    private static String goods(int quantity, String sku) {
        return LINE.formatted("ProductOrderLine", quantity, sku);
    }

    private List<String> inFlight() {
        return demand.inFlight().stream().map(DemandWatchTest::words).sorted().toList();
    }

    private static String words(InFlight each) {
        return each.units() + " " + each.sku();
    }

    private void post() {
        world.record(Plans.post("10234"));
        world.itIsPlanned("10234");
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", LEASE, 20)) {
            world.store().intend(claimed, LEASE, "nothing found");
            world.store().conclude(claimed, new Posted(Plans.document("10234")), Duration.ZERO);
            world.store().release(claimed);
        }
    }

    @Test
    void the_latest_version_of_an_order_counts_line_by_line_and_a_bundle_by_what_it_contains() {
        stage("CONFIRMED", goods(2, "SHIRT"), goods(1, "SHIRT"), LINE.formatted("BundleOrderLine", 1, "SET"));
        assertThat(inFlight()).containsExactly("3 SHIRT");
        stage("CONFIRMED", goods(1, "SHIRT"), goods(1, "SCARF"), goods(0, "HAT"));
        assertThat(inFlight()).containsExactly("1 SCARF", "1 SHIRT");
        stage("CANCELLED", goods(1, "SHIRT"));
        assertThat(inFlight()).isEmpty();
    }

    @Test
    void what_is_posted_is_sages_and_stays_so_when_the_order_changes_afterwards() {
        stage("CONFIRMED", goods(2, "SHIRT"));
        post();
        assertThat(inFlight()).isEmpty();
        stage("PROCESSING", goods(2, "SHIRT"));
        assertThat(inFlight()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, BEFORE_CUT_OVER, ''",
        "CONFIRMED, ON_HOLD,         2 SHIRT",
        "PENDING,   STATUS,          2 SHIRT",
        "CONFIRMED, INTERNAL,        2 SHIRT",
        "SHIPPED,   INTERNAL,        ''"
    })
    void what_is_not_for_sage_keeps_its_goods_until_they_have_left(String status, String code, String left) {
        stage(status, goods(2, "SHIRT"));
        world.record(Plans.skip("10234", 1, code));
        assertThat(String.join("; ", inFlight())).isEqualTo(left);
    }

    @Test
    void no_sku_keeps_its_order_from_being_staged() {
        String tooLong = "X".repeat(200);
        assertThat(stage("CONFIRMED", goods(1, tooLong), goods(1, "shirt"), goods(1, "SHIRT")))
                .isOne();
        assertThat(inFlight()).containsExactly("1 SHIRT", "1 shirt");
    }

    @Test
    void what_cannot_be_read_leaves_what_was_known() {
        stage("CONFIRMED", goods(2, "SHIRT"));
        stage("CONFIRMED", "\"no line\"");
        assertThat(inFlight()).containsExactly("2 SHIRT");
    }
}
