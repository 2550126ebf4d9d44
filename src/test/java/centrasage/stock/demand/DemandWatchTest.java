package centrasage.stock.demand;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.OrderName;
import centrasage.flow.Outcome.Posted;
import centrasage.flow.event.ChangeResolved;
import centrasage.stock.velocity.Solds;
import centrasage.sync.demand.Demand;
import centrasage.sync.demand.Demand.InFlight;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What is ordered and not in Sage yet, as it is staged, planned, posted and changed. */
class DemandWatchTest {
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String LINE = "{\"__typename\": \"%s\", \"quantity\": %d, \"productSize\": {\"SKU\": \"%s\"}}";

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Demand demand = world.transactions().bean(Demand.class, world.entities());

    private final Reckoning reckoning = world.transactions().bean(Reckoning.class, demand, world.staging());
    private final DemandWatch watch =
            new DemandWatch(demand, reckoning, world.staging(), Solds.in(world, Duration.ofDays(7)));

    @BeforeEach
    void watch() {
        world.observeStaged(watch::staged);
        world.observe(watch::changed, finding -> {}, news -> {});
        world.observeMade(watch::made);
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

    private int kept() {
        return world.database().count("stock_demand");
    }

    private void post() {
        record(Plans.post("10234"));
        send();
    }

    private void record(Planned planned) {
        world.record(planned);
        world.itIsPlanned("10234");
    }

    private void send() {
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

    @Test
    void what_is_added_to_a_posted_order_is_in_flight_until_it_is_taken_out_again() {
        stage("CONFIRMED", goods(2, "SHIRT"), goods(1, "HAT"));
        post();
        stage("CONFIRMED", goods(3, "SHIRT"), goods(1, "SCARF"));
        assertThat(inFlight()).containsExactly("1 SCARF", "1 SHIRT");
        stage("CONFIRMED", goods(2, "SHIRT"), goods(1, "SCARF"));
        assertThat(inFlight()).containsExactly("1 SCARF");
        stage("CONFIRMED", goods(1, "SHIRT"));
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHIPPED", "CANCELLED"})
    void what_was_added_is_in_flight_until_the_order_is_over(String status) {
        stage("CONFIRMED", goods(2, "SHIRT"));
        post();
        stage("CONFIRMED", goods(3, "SHIRT"));
        stage(status, goods(3, "SHIRT"));
        assertThat(kept()).isZero();
    }

    @Test
    void what_was_added_is_sages_once_a_person_has_resolved_it() {
        stage("CONFIRMED", goods(2, "SHIRT"));
        post();
        stage("CONFIRMED", goods(3, "SHIRT"));
        record(Plans.post("10234", 2, "three shirts"));
        resolve();
        assertThat(kept()).isZero();
        stage("PROCESSING", goods(3, "SHIRT"));
        assertThat(inFlight()).isEmpty();
        stage("PROCESSING", goods(5, "SHIRT"));
        assertThat(inFlight()).containsExactly("2 SHIRT");
    }

    @Test
    void who_resolves_a_change_does_not_know_of_one_that_waits_for_its_plan() {
        stage("CONFIRMED", goods(2, "SHIRT"));
        post();
        stage("CONFIRMED", goods(3, "SHIRT"));
        record(Plans.post("10234", 2, "three shirts"));
        stage("CONFIRMED", goods(4, "SHIRT"));
        resolve();
        assertThat(inFlight()).containsExactly("1 SHIRT");
    }

    private void resolve() {
        world.transactions().inNew(() -> {
            watch.resolved(new ChangeResolved(Plans.document("10234", 1)));
            return null;
        });
    }

    @Test
    void what_is_added_while_the_order_is_sent_is_in_flight_once_it_is_posted() {
        stage("CONFIRMED", goods(2, "SHIRT"));
        record(Plans.post("10234"));
        List<Claimed> claimed = world.store().claim(Purpose.POST, "a", LEASE, 20);
        world.store().intend(claimed.get(0), LEASE, "nothing found");
        stage("CONFIRMED", goods(3, "SHIRT"));
        assertThat(inFlight()).containsExactly("3 SHIRT");
        world.store().conclude(claimed.get(0), new Posted(Plans.document("10234")), Duration.ZERO);

        reckoning.settle();

        assertThat(inFlight()).containsExactly("1 SHIRT");
    }

    @Test
    void what_is_added_to_an_order_that_was_given_up_is_in_flight_and_all_of_it_once_it_is_taken_up() {
        stage("CONFIRMED", goods(2, "SHIRT"));
        record(Plans.hold("10234", 1));
        assertThat(inFlight()).containsExactly("2 SHIRT");
        world.giveUp(Plans.key("10234"), "entered by hand");
        assertThat(kept()).isZero();
        stage("CONFIRMED", goods(3, "SHIRT"));
        assertThat(inFlight()).containsExactly("1 SHIRT");
        world.givingUp().takeUp(world.posting(Plans.key("10234")).orElseThrow().id(), "ann");
        assertThat(inFlight()).containsExactly("3 SHIRT");
    }

    @Test
    void what_is_not_for_sage_and_has_left_is_not_kept_whichever_comes_first() {
        stage("SHIPPED", goods(2, "SHIRT"));
        record(Plans.skip("10234", 1, "INTERNAL"));
        assertThat(kept()).as("skipped after it has left").isZero();
        stage("SHIPPED", goods(3, "SHIRT"));
        assertThat(kept()).as("has left after it was skipped").isZero();
        record(Plans.post("10234", 2, "three shirts"));
        assertThat(inFlight()).as("it is for Sage after all").containsExactly("3 SHIRT");
    }

    @Test
    void what_is_from_before_the_cut_over_stays_forgotten_when_it_changes() {
        stage("CONFIRMED", goods(2, "SHIRT"));
        record(Plans.skip("10234", 1, "BEFORE_CUT_OVER"));
        stage("PROCESSING", goods(2, "SHIRT"));
        assertThat(kept()).isZero();
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
