package centrasage.refunds.intake;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.OrderReturn;
import centrasage.centra.OrderReturnJson;
import centrasage.centra.Parsed;
import centrasage.centra.client.SimulatedReturns;
import centrasage.flow.Command;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.refunds.RefundSettings;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.JpaWorld;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Returns read from a Centra that tells of none of them when it was changed. */
class CollectReturnsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String ALL = "{\"seed\": 3, \"share\": 100, \"part\": 0, \"complete\": 0, \"refund\": 0}";

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-11-25T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final SimulatedReturns centra;
    private final Hands clock = new Hands();

    CollectReturnsTest() throws IOException {
        centra = SimulatedReturns.start(clock);
    }

    @BeforeEach
    void sell() throws Exception {
        centra.simulator().trade(DAY, 12);
        centra.control("POST", "shipments/all", "{\"seed\": 1}");
        centra.control("POST", "returns/all", ALL);
    }

    @AfterEach
    void stop() {
        centra.close();
    }

    private void collect(int pageSize) throws Exception {
        RefundSettings settings = new RefundSettings() {
            @Override
            public Duration overlap() {
                return Duration.ofMinutes(10);
            }

            @Override
            public Duration lookBack() {
                return Duration.ofDays(30);
            }

            @Override
            public Instant firstMoment() {
                return Instant.EPOCH;
            }
        };
        String done = new CollectReturns(
                        centra.client(pageSize),
                        world.staging(),
                        world.postings(),
                        new NoCounts(),
                        NoContext.get(),
                        clock,
                        settings)
                .process();
        assertThat(done).isEqualTo("COMPLETED");
    }

    private List<Staged> unplanned() {
        return world.staging().unplanned(CollectReturns.KIND, 0, 500);
    }

    private List<Staged> versions(String key) {
        return world.staging().of(CollectReturns.KIND, key);
    }

    private static OrderReturn read(Staged staged) {
        return OrderReturnJson.parse(staged.text().orElseThrow()).match(Parsed.Readable::document, unreadable -> {
            throw new AssertionError(unreadable.reasons());
        });
    }

    private String first() {
        return unplanned().get(0).sourceKey();
    }

    /** As planning would have it: not completed, so not for the ledger yet. */
    private void skipped(String key, String code) {
        Staged staged = versions(key).get(0);
        world.record(new Planned(
                key(key),
                "33/" + staged.subject(),
                staged.document(),
                Money.of("1.00", "GBP"),
                DAY,
                new Plan.Skip(new Reason(code, Owner.CX, "It is not", "Nothing")),
                "content"));
        world.transactions().inNew(() -> {
            world.staging().planned(staged.id());
            return true;
        });
    }

    private static PostingKey key(String sourceKey) {
        return new PostingKey("33", PostingKind.CREDIT_NOTE, sourceKey);
    }

    private void posted(String key) {
        Staged staged = versions(key).get(0);
        Command command =
                new Command(key(key), "33/" + staged.subject(), Money.of("1.00", "GBP"), null, DAY, "content", "{}");
        world.record(new Planned(
                command.key(),
                command.object(),
                new DocumentVersion(CollectReturns.KIND, key, staged.version()),
                command.amount(),
                DAY,
                new Plan.Post(command)));
        world.transactions().inNew(() -> {
            world.staging().planned(staged.id());
            return true;
        });
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", Duration.ofMinutes(5), 10)) {
            world.store().intend(claimed, Duration.ofMinutes(5), "nothing found");
            world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
            world.store().release(claimed);
        }
    }

    private void pass(Duration time) {
        clock.pass(time);
        world.pass(time);
    }

    private static long id(String key) {
        return Long.parseLong(key.substring(key.indexOf('R') + 1));
    }

    private void mutate(String mutation) throws Exception {
        centra.mutate(mutation);
    }

    @Test
    void each_return_is_staged_once_under_the_name_of_its_order_page_by_page() throws Exception {
        collect(3);
        assertThat(unplanned()).hasSize(centra.returns().size()).hasSizeGreaterThan(5);
        assertThat(unplanned()).allSatisfy(staged -> {
            OrderReturn made = read(staged);
            assertThat(staged.sourceKey()).isEqualTo(made.order() + "/R" + made.id());
            assertThat(staged.subject()).isEqualTo("C" + made.order());
        });
        collect(3);
        assertThat(unplanned())
                .allSatisfy(staged -> assertThat(staged.version()).isOne());
    }

    @Test
    void a_return_that_is_completed_days_later_is_seen_though_it_was_made_long_before_the_window() throws Exception {
        collect(100);
        String key = first();
        skipped(key, "RETURN_NOT_COMPLETED");
        clock.pass(Duration.ofHours(2));
        mutate("completeReturn(id: " + id(key) + ")");
        collect(100);
        assertThat(read(versions(key).get(0)).isCompleted()).isTrue();
        assertThat(versions(key)).hasSize(2);
    }

    @Test
    void what_is_not_for_the_ledger_for_good_is_not_asked_for_again() throws Exception {
        collect(100);
        unplanned().forEach(staged -> skipped(staged.sourceKey(), "ORDER_NOT_POSTED"));
        assertThat(new OpenReturns(world.staging(), world.postings()).keys(Instant.MIN))
                .isEmpty();
    }

    @Test
    void once_a_day_posted_returns_are_looked_at_again_and_one_that_was_opened_is_seen() throws Exception {
        collect(100);
        String key = first();
        mutate("completeReturn(id: " + id(key) + ")");
        clock.pass(Duration.ofHours(1));
        collect(100);
        posted(key);
        mutate("uncompleteReturn(id: " + id(key) + ")");
        collect(100);
        assertThat(read(versions(key).get(0)).isCompleted()).as("not yet").isTrue();
        clock.pass(Duration.ofHours(25));
        collect(100);
        assertThat(read(versions(key).get(0)).isCompleted()).isFalse();
    }

    @Test
    void what_has_not_been_completed_for_long_is_read_once_a_day_alone() throws Exception {
        world.pass(Duration.ofDays(2)); // as late as Centra
        collect(100);
        String key = first();
        skipped(key, "RETURN_NOT_COMPLETED");
        pass(Duration.ofDays(40));
        collect(100);
        mutate("completeReturn(id: " + id(key) + ")");
        pass(Duration.ofHours(2));
        collect(100);
        assertThat(versions(key)).as("not with each run").hasSize(1);
        pass(Duration.ofHours(23));
        collect(100);
        assertThat(read(versions(key).get(0)).isCompleted()).isTrue();
    }

    @Test
    void a_return_that_is_gone_becomes_a_version_that_says_so_and_one_that_is_there_again_another() throws Exception {
        collect(100);
        String key = first();
        mutate("deleteReturn(id: " + id(key) + ")");
        collect(2);
        assertThat(read(versions(key).get(0)).isGone()).isTrue();
        assertThat(versions(key)).hasSize(2);
        collect(2);
        assertThat(versions(key)).as("said once").hasSize(2);
        assertThat(unplanned()).filteredOn(staged -> read(staged).isGone()).hasSize(1);
    }

    @Test
    void a_touch_of_its_order_makes_no_version() throws Exception {
        collect(100);
        String key = first();
        long order = read(versions(key).get(0)).order();
        centra.simulator().state().changeDependents((int) order, unchanged -> unchanged);
        collect(100);
        assertThat(versions(key)).hasSize(1);
    }
}
