package centrasage.jobs.ages;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Side;
import centrasage.flow.event.PostingOverdue;
import centrasage.flow.event.SideHeard;
import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemMended;
import centrasage.jobs.lanes.Reach;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Priority;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.Node;
import centrasage.sync.staging.Backlogs;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.QueueAges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What lasts for too long is told within minutes, each thing once, and an outage instead of all that it stops. */
class AgeWatchTest {
    private static final Duration LEASE = StoreContract.LEASE;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration MINUTE = AgeWatch.INTERVAL;

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Heard<PostingOverdue> overdue = new Heard<>();
    private final Heard<SystemFinding> findings = new Heard<>();
    private final Heard<SystemMended> mended = new Heard<>();
    private final Reach reach = new Reach(clock());
    private final AgeWatch watch = watch(8080);

    private AgeWatch watch(int port) {
        Map<PostingState, Duration> limits = Map.of(
                PostingState.PLANNED, LIMIT,
                PostingState.WAITING, Duration.ofHours(24),
                PostingState.SENDING, LIMIT,
                PostingState.IN_DOUBT, LIMIT,
                PostingState.LOCKED, LIMIT,
                PostingState.PARKED, LIMIT);
        QueueAges ages = world.transactions().bean(QueueAges.class, world.entities());
        AgeReport report =
                world.transactions().bean(AgeReport.class, ages, overdue, findings, mended, ZoneId.of("Europe/London"));
        Backlogs backlogs = world.transactions().bean(Backlogs.class, world.entities());
        AgeLimits settings = new AgeLimits(limits, LIMIT, Duration.ofMinutes(15));
        return new AgeWatch(world.store(), new Node("127.0.0.1", port), reach, backlogs, settings, report);
    }

    private Clock clock() {
        InstantSource store = () -> world.store().now();
        return store.withZone(ZoneOffset.UTC);
    }

    /** So that what was found at the start has had its time to catch up. */
    @BeforeEach
    void begin() {
        watch.look();
        world.pass(AgeWatch.CATCH_UP);
        watch.look();
        reach.heard(SideHeard.answers(Side.SAGE_200));
    }

    private void pass(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(MINUTE)) {
            world.pass(MINUTE);
            watch.look();
        }
    }

    private void send(String number, Outcome outcome) {
        world.record(Plans.post(number));
        sendDue(outcome);
    }

    private void sendDue(Outcome outcome) {
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", LEASE, 100)) {
            world.store().intend(claimed, LEASE, "nothing found");
            world.store().conclude(claimed, outcome, Duration.ZERO);
            world.store().release(claimed);
        }
    }

    private void become(PostingState state) {
        switch (state) {
            case PLANNED -> world.record(Plans.post("1"));
            case LOCKED -> send("1", new Outcome.Locked("J. Smith on WS-14"));
            case PARKED -> send("1", Outcome.Refused.forNow(List.of(reason())));
            case IN_DOUBT -> send("1", new Outcome.InDoubt("timeout"));
            case SENDING -> {
                world.record(Plans.post("1"));
                Claimed claimed =
                        world.store().claim(Purpose.POST, "a", LEASE, 1).get(0);
                world.store().intend(claimed, LEASE, "nothing found");
            }
            default -> throw new IllegalArgumentException("not of a single posting: " + state);
        }
    }

    private static Reason reason() {
        return new Reason("NO_STOCK", Owner.OPERATIONS, "No stock", "Book it in");
    }

    @ParameterizedTest
    @EnumSource(
            value = PostingState.class,
            names = {"PLANNED", "LOCKED", "PARKED", "IN_DOUBT", "SENDING"})
    void what_passes_the_limit_of_its_state_is_told_within_five_minutes_and_not_before(PostingState state) {
        become(state);
        pass(LIMIT);
        assertThat(overdue.events()).isEmpty();
        pass(Duration.ofMinutes(5));
        assertThat(overdue.events()).isNotEmpty().allSatisfy(told -> {
            assertThat(told.state()).isEqualTo(state);
            assertThat(told.key()).isEqualTo(Plans.key("1"));
            assertThat(told.amount()).isEqualTo(Plans.AMOUNT);
            assertThat(told.reason().code()).isEqualTo("STUCK_" + state);
        });
        assertThat(overdue.events().stream().map(PostingOverdue::reason).distinct())
                .as("the same words, however often")
                .hasSize(1);
        assertThat(findings.events()).isEmpty();
    }

    @Test
    void a_lock_counts_from_when_it_was_met_first_however_often_it_is_tried_and_names_its_holder() {
        Instant met = world.store().now();
        become(PostingState.LOCKED);
        for (int minute = 0; minute < 31; minute++) {
            pass(MINUTE);
            sendDue(new Outcome.Locked("J. Smith on WS-14"));
        }
        pass(MINUTE);
        assertThat(overdue.events()).isNotEmpty();
        assertThat(overdue.events().get(0).reason().what())
                .isEqualTo("It is locked in Sage 200 since " + new AgeWords(ZoneId.of("Europe/London")).moment(met)
                        + ", by J. Smith on WS-14");
        assertThat(overdue.events().get(0).reason().remedy()).startsWith("Ask J. Smith on WS-14 to close");
    }

    @ParameterizedTest
    @CsvSource({
        "Pat O'Neil on WAREHOUSE-2, Ask Pat O'Neil on WAREHOUSE-2 to close",
        "another Sage user, Ask whoever has it open to close",
        "another Sage user on PC4, Ask whoever has it open on PC4 to close",
        "'', Ask whoever has it open to close",
    })
    void whoever_holds_a_lock_is_asked_by_name_where_there_is_one(String holder, String remedy) {
        send("1", new Outcome.Locked(holder));
        pass(LIMIT.plus(MINUTE));
        assertThat(overdue.events().get(0).reason().remedy()).startsWith(remedy);
    }

    @Test
    void what_moves_on_is_not_told_any_more() {
        become(PostingState.LOCKED);
        pass(LIMIT.plus(MINUTE));
        int told = overdue.events().size();
        assertThat(told).isPositive();
        sendDue(new Outcome.Posted(Plans.document("1")));
        pass(MINUTE);
        assertThat(overdue.events()).hasSize(told);
    }

    @Test
    void what_stands_behind_another_or_behind_todays_trade_counts_as_waiting() {
        become(PostingState.LOCKED);
        world.record(Plans.post("2"));
        world.makeWaitFor(Plans.key("2"), Plans.key("1"));
        world.record(Plans.post("3").with(Priority.BACKFILL));
        pass(LIMIT.plus(MINUTE));
        assertThat(overdue.events()).isNotEmpty().allMatch(told -> told.key().equals(Plans.key("1")));
        pass(Duration.ofHours(24));
        assertThat(overdue.events().stream()
                        .filter(told -> told.state() == PostingState.WAITING)
                        .map(told -> told.key().sourceKey())
                        .distinct())
                .containsExactly("2", "3");
    }

    @Test
    void while_sage_does_not_answer_the_outage_is_told_and_nothing_that_it_stops() {
        world.record(Plans.post("1"));
        for (int minute = 0; minute < 60; minute++) {
            reach.heard(SideHeard.fails(Side.SAGE_200, "connection refused"));
            pass(MINUTE);
        }
        assertThat(overdue.events()).isEmpty();
        assertThat(findings.events().stream().distinct()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(SystemFinding.Kind.OUTAGE);
            assertThat(told.subject()).isEqualTo("sage-200");
        });
        int over = ended();
        reach.heard(SideHeard.answers(Side.SAGE_200));
        pass(MINUTE);
        assertThat(ended()).isEqualTo(over + 1);
        assertThat(overdue.events()).as("it catches up").isEmpty();
        pass(Duration.ofMinutes(5));
        assertThat(overdue.events()).as("it did not").isNotEmpty();
    }

    private int ended() {
        SystemMended outage = new SystemMended(SystemFinding.Kind.OUTAGE, "sage-200");
        return (int) mended.events().stream().filter(outage::equals).count();
    }

    @Test
    void a_company_that_cannot_be_worked_with_hides_nothing_of_the_others() {
        world.record(Plans.post("1"));
        world.record(Plans.inCompany("34", Plans.post("2")));
        for (int minute = 0; minute < 40; minute++) {
            reach.heard(SideHeard.refuses(Side.SAGE_200, "34", "no such company"));
            pass(MINUTE);
        }
        assertThat(overdue.events())
                .isNotEmpty()
                .allMatch(told -> told.key().company().equals("33"));
    }

    @Test
    void many_are_told_as_one_besides_the_oldest() {
        for (int number = 1; number <= 80; number++) {
            world.record(Plans.post(Integer.toString(number)));
        }
        sendDue(new Outcome.Locked("Anna"));
        pass(LIMIT.plus(MINUTE));
        assertThat(overdue.events().stream().map(PostingOverdue::key).distinct())
                .hasSize(AgeReport.EACH_MAX);
        assertThat(findings.events()).isNotEmpty().allSatisfy(told -> {
            assertThat(told.kind()).isEqualTo(SystemFinding.Kind.MANY_STUCK);
            assertThat(told.subject()).isEqualTo("LOCKED");
        });
        sendDue(new Outcome.Posted(Plans.document("1")));
        pass(MINUTE);
        assertThat(mended.events()).contains(new SystemMended(SystemFinding.Kind.MANY_STUCK, "LOCKED"));
    }

    @Test
    void a_queue_that_does_not_move_is_one_thing_and_not_fifty() {
        for (int number = 1; number <= 80; number++) {
            world.record(Plans.post(Integer.toString(number)));
        }
        pass(LIMIT.plus(MINUTE));
        assertThat(overdue.events()).isEmpty();
        assertThat(findings.events())
                .isNotEmpty()
                .allMatch(told -> told.subject().equals("PLANNED"));
    }

    @Test
    void planning_that_stands_still_is_told_once_whatever_comes_behind_and_is_over_when_it_goes_on() {
        world.aNewerVersionWaits("7");
        for (int minute = 0; minute < 32; minute++) {
            world.aNewerVersionWaits(Integer.toString(100 + minute));
            pass(MINUTE);
        }
        assertThat(findings.events().stream().distinct()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(SystemFinding.Kind.NOT_PLANNED);
            assertThat(told.reason().what()).endsWith("document 7 first");
        });
        world.itIsPlanned("7");
        pass(MINUTE);
        assertThat(mended.events()).contains(new SystemMended(SystemFinding.Kind.NOT_PLANNED, "documents"));
    }

    @Test
    void of_two_nodes_one_looks() {
        become(PostingState.LOCKED);
        AgeWatch other = watch(8081);
        for (int minute = 0; minute < 40; minute++) {
            pass(MINUTE);
            int told = overdue.events().size();
            other.look();
            assertThat(overdue.events()).hasSize(told);
        }
        assertThat(overdue.events()).isNotEmpty();
    }
}
