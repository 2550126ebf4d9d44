package centrasage.centra.client.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.TestTime;
import centrasage.centra.client.quota.Arbiter.Leave;
import centrasage.flow.TargetUnavailable;
import centrasage.simulator.centra.limits.LimitExceeded;
import centrasage.simulator.centra.limits.Plan;
import centrasage.simulator.centra.limits.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may use how much of the shop's quota. */
class ArbiterTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Cost READ = new Cost(0, 0);
    private static final Cost MUTATION = new Cost(0, 1);

    private final TestTime time = new TestTime();
    private final Arbiter arbiter = new Arbiter(time, time);

    @ParameterizedTest
    @CsvSource({
        // of 20 mutations in ten seconds and 1,800 an hour
        "SHIPPING, 20, 1800, 20",
        "SHIPPING, 20, 541, 1",
        "SHIPPING, 20, 540, 0",
        "URGENT_STOCK, 20, 1800, 18",
        "URGENT_STOCK, 3, 1800, 1",
        "URGENT_STOCK, 20, 181, 1",
        "STOCK, 20, 1800, 16",
        "STOCK, 4, 1800, 0",
        "PRICES, 20, 1800, 10",
        "PRICES, 20, 901, 1",
        "NUMBERS, 10, 1800, 0",
    })
    void each_rank_leaves_a_part_to_those_before_it(Rank rank, int inTenSeconds, int inTheHour, int room)
            throws TargetUnavailable {
        told(mutations(inTenSeconds, inTheHour));
        assertThat(arbiter.room(rank)).hasValue(room);
        assertThat(spendAll(rank)).isEqualTo(room);
    }

    @Test
    void whoever_waits_for_its_turn_has_what_the_hour_leaves() throws TargetUnavailable {
        assertThat(arbiter.lastingRoom(Rank.PRICES)).as("Centra has not said").isEmpty();
        told(mutations(10, 1800));
        assertThat(arbiter.room(Rank.PRICES)).hasValue(0);
        assertThat(arbiter.lastingRoom(Rank.PRICES)).hasValue(900);
        told(mutations(20, 900));
        assertThat(arbiter.lastingRoom(Rank.PRICES)).hasValue(0);
    }

    @Test
    void captures_may_use_what_is_kept_for_stock_once_stock_has_had_it() throws TargetUnavailable {
        told(List.of(new RateLimit(Counter.MUTATION_COUNT, HOUR, 1800, 1800)));
        assertThat(arbiter.room(Rank.SHIPPING)).hasValue(1260);
        for (int each = 0; each < 200; each++) {
            arbiter.now(Rank.STOCK, MUTATION).orElseThrow().answered(List.of());
        }
        assertThat(arbiter.mutationsInTheLastHour()).containsEntry(Rank.STOCK, 200L);
        assertThat(arbiter.room(Rank.SHIPPING))
                .as("1,600, of which 340 are kept")
                .hasValue(1260);
        time.take(Duration.ofMinutes(61));
        assertThat(arbiter.mutationsInTheLastHour()).containsEntry(Rank.STOCK, 0L);
    }

    @Test
    void orders_are_read_after_a_minute_even_where_others_keep_the_quota_low() throws TargetUnavailable {
        told(List.of(new RateLimit(Counter.REQUEST_COUNT, HOUR, 5000, 10)));
        arbiter.await(Rank.ORDERS, READ).close();
        assertThat(Duration.between(TestTime.START, time.instant())).isEqualTo(Duration.ofMinutes(1));
        assertThatThrownBy(() -> arbiter.await(Rank.NUMBERS, READ))
                .as("what comes last leaves the rest to them")
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("rate limit is used up");
    }

    @Test
    void after_a_refusal_one_request_finds_out_for_all_whether_it_is_over() throws TargetUnavailable {
        arbiter.await(Rank.ORDERS, READ).refused(TestTime.START.plusSeconds(5), Duration.ofSeconds(1));
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION)).isEmpty();
        assertThat(time.instant()).isEqualTo(TestTime.START);

        Leave probe = arbiter.await(Rank.ORDERS, READ);
        assertThat(time.instant()).isEqualTo(TestTime.START.plusSeconds(5));
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION)).as("one is under way").isEmpty();
        probe.refused(TestTime.START.plusSeconds(9), Duration.ofSeconds(1));

        Leave again = arbiter.await(Rank.ORDERS, READ);
        assertThat(time.instant()).isEqualTo(TestTime.START.plusSeconds(9));
        again.answered(List.of());
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION)).isPresent();
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION)).isPresent();
    }

    @Test
    void a_probe_of_which_nothing_is_heard_is_followed_by_another() throws TargetUnavailable {
        arbiter.await(Rank.ORDERS, READ).refused(TestTime.START, Duration.ofSeconds(1));
        arbiter.await(Rank.ORDERS, READ).close();
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION)).isPresent();
    }

    @Test
    void a_capture_waits_a_moment_and_stock_does_not() throws TargetUnavailable {
        told(mutations(0, 1800));
        assertThat(arbiter.now(Rank.URGENT_STOCK, MUTATION)).isEmpty();
        assertThat(time.instant()).isEqualTo(TestTime.START);
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION)).isPresent();
        assertThat(time.instant()).isEqualTo(TestTime.START.plusMillis(500));
    }

    @Test
    void a_capture_goes_after_a_moment_although_less_is_left_than_is_kept_for_stock() throws TargetUnavailable {
        told(List.of(new RateLimit(Counter.MUTATION_COUNT, HOUR, 5000, 1000)));
        assertThat(arbiter.room(Rank.SHIPPING)).hasValue(0);
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION)).isPresent();
        assertThat(time.instant()).isEqualTo(TestTime.START.plusSeconds(5));
    }

    @Test
    void reads_of_stock_leave_orders_their_part_however_long_none_was_told() throws TargetUnavailable {
        told(List.of(new RateLimit(Counter.REQUEST_COUNT, TEN_SECONDS, 60, 7)));
        time.take(Duration.ofMillis(1));
        Leave order = arbiter.await(Rank.ORDERS, READ);
        assertThat(time.instant()).isEqualTo(TestTime.START.plusMillis(1));
        order.close();
        arbiter.await(Rank.URGENT_STOCK, READ).close();
        assertThat(time.instant()).as("a fifth is left first").isAfter(TestTime.START.plusSeconds(1));
    }

    @Test
    void an_answer_from_before_a_refusal_does_not_end_it() throws TargetUnavailable {
        Leave early = arbiter.await(Rank.ORDERS, READ);
        arbiter.await(Rank.ORDERS, READ).refused(TestTime.START, Duration.ofSeconds(1));
        time.take(Duration.ofSeconds(2));
        Leave probe = arbiter.await(Rank.ORDERS, READ);
        early.answered(List.of());
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION))
                .as("the probe is under way")
                .isEmpty();
        probe.answered(List.of());
        assertThat(arbiter.now(Rank.SHIPPING, MUTATION)).isPresent();
    }

    @Test
    void what_others_use_up_is_reckoned_with() throws TargetUnavailable {
        told(mutations(20, 1000));
        time.take(Duration.ofMinutes(1));
        told(mutations(20, 910)); // 30 came back, so others took 120
        told(mutations(20, 0));
        time.take(Duration.ofMinutes(1));
        assertThat(arbiter.room(Rank.SHIPPING)).hasValue(0);
        Bucket alone = new Bucket(new RateLimit(Counter.MUTATION_COUNT, HOUR, 1800, 100), time.instant());
        Bucket shared = new Bucket(new RateLimit(Counter.MUTATION_COUNT, HOUR, 1800, 100), time.instant());
        Instant later = time.instant().plusSeconds(60);
        shared.told(new RateLimit(Counter.MUTATION_COUNT, HOUR, 1800, 100), 0, later);
        alone.told(new RateLimit(Counter.MUTATION_COUNT, HOUR, 1800, 130), 0, later);
        assertThat(alone.until(140, later)).isEqualTo(Duration.ofSeconds(20));
        assertThat(shared.until(110, later)).as("half of the refill is theirs").isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void what_is_under_way_is_not_counted_on_twice() throws TargetUnavailable {
        told(mutations(20, 1800));
        Leave underWay = arbiter.now(Rank.SHIPPING, MUTATION).orElseThrow();
        told(mutations(20, 1800));
        assertThat(arbiter.room(Rank.URGENT_STOCK)).hasValue(17);
        underWay.close();
        told(mutations(20, 1800));
        assertThat(arbiter.room(Rank.URGENT_STOCK)).hasValue(18);
    }

    /**
     * F10: an hour in which another integration takes what it can get, while all ranks of ours want more than there is. Who asks when is drawn
     * from the seed.
     */
    @ParameterizedTest
    @EnumSource(
            value = Plan.class,
            names = {"GROWTH", "ENHANCED"})
    void another_integration_that_eats_the_budget_makes_no_storm_and_leaves_captures_and_stock_their_part(Plan plan)
            throws TargetUnavailable {
        RateLimiter centra = new RateLimiter(time, plan);
        Random random = new Random(7);
        Map<Rank, Integer> made = new EnumMap<>(Rank.class);
        int refused = 0;
        int others = 0;
        int looks = 0;
        while (time.instant().isBefore(TestTime.START.plus(HOUR))) {
            time.take(Duration.ofMillis(100 + random.nextInt(400)));
            others += eaten(centra, random.nextInt(4));
            if (arbiter.isOld()) {
                looks++;
                arbiter.await(Rank.ORDERS, READ).answered(limits(centra));
            }
            for (Rank rank : List.of(Rank.NUMBERS, Rank.PRICES, Rank.STOCK, Rank.URGENT_STOCK)) {
                Optional<Leave> leave = arbiter.now(rank, MUTATION);
                if (leave.isPresent()) {
                    boolean isTaken = taken(centra, leave.get());
                    made.merge(rank, isTaken ? 1 : 0, Integer::sum);
                    refused += isTaken ? 0 : 1;
                }
            }
        }
        System.out.printf(
                "%s, seed 7: others %d, ours %s, %d looks, %d of ours refused%n", plan, others, made, looks, refused);
        assertThat(others).as("the fault happened").isGreaterThan(plan == Plan.GROWTH ? 1_000 : 2_000);
        assertThat(refused)
                .as("refusals of ours in an hour, of some seven thousand wishes")
                .isLessThan(90);
        assertThat(made.getOrDefault(Rank.URGENT_STOCK, 0))
                .as("some of it, whatever others do")
                .isGreaterThan(15);
        assertThat(made.getOrDefault(Rank.URGENT_STOCK, 0)).isGreaterThan(made.getOrDefault(Rank.PRICES, 0));
    }

    private static int eaten(RateLimiter centra, int wanted) {
        int eaten = 0;
        for (int each = 0; each < wanted; each++) {
            try {
                centra.take(centrasage.simulator.centra.limits.Counter.MUTATION_COUNT, 1);
                eaten++;
            } catch (LimitExceeded e) {
                return eaten; // it does not care
            }
        }
        return eaten;
    }

    private boolean taken(RateLimiter centra, Leave leave) {
        try {
            centra.take(centrasage.simulator.centra.limits.Counter.MUTATION_COUNT, 1);
            leave.answered(List.of());
            return true;
        } catch (LimitExceeded e) {
            leave.refused(e.resumeAt(), Duration.ZERO);
            return false;
        }
    }

    private static List<RateLimit> limits(RateLimiter centra) {
        return centra.usage().stream()
                .map(row -> new RateLimit(
                        Counter.valueOf(row.counter().name()),
                        row.window().length(),
                        row.quota(),
                        row.quota() - row.used()))
                .toList();
    }

    private int spendAll(Rank rank) throws TargetUnavailable {
        int spent = 0;
        while (arbiter.room(rank).orElse(0) > 0) {
            arbiter.now(rank, MUTATION).orElseThrow().answered(List.of());
            spent++;
        }
        return spent;
    }

    private void told(List<RateLimit> limits) throws TargetUnavailable {
        arbiter.await(Rank.ORDERS, READ).answered(limits);
    }

    private static List<RateLimit> mutations(long inTenSeconds, long inTheHour) {
        return List.of(
                new RateLimit(Counter.MUTATION_COUNT, TEN_SECONDS, 20, inTenSeconds),
                new RateLimit(Counter.MUTATION_COUNT, HOUR, 1800, inTheHour));
    }
}
