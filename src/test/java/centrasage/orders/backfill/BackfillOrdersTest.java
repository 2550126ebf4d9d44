package centrasage.orders.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.RawOrder;
import centrasage.flow.ParameterRefused;
import centrasage.flow.PostingState;
import centrasage.orders.OrderSettings;
import centrasage.orders.amendment.AmendmentPlans;
import centrasage.orders.check.OrderRules;
import centrasage.orders.intake.Intake;
import centrasage.orders.plan.PlannedOrder;
import centrasage.orders.plan.PostedBefore;
import centrasage.orders.plan.Samples;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.JpaWorld;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's wish for earlier orders: previewed, capped, and behind today's trade. */
class BackfillOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");
    private static final long RUN = 7;
    private static final int MAX = 10;

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final List<String> asked = new ArrayList<>();
    private final List<String> exitStatus = new ArrayList<>();

    /** Centra has every number that is asked for up to the last, and the days hold as many orders as {@link #inDays}. */
    private int inDays = 3;

    private long lastNumber = 1_000;

    private final CentraOrders centra = new CentraOrders() {
        @Override
        public int pageSize() {
            return 4;
        }

        @Override
        public OrderPage numbered(long first, long last) {
            asked.add(first + "-" + last);
            return new OrderPage(orders(first, Math.min(last, lastNumber)), null, false, null);
        }

        @Override
        public long countMade(Instant from, Instant to) {
            asked.add("count " + from + " " + to);
            return inDays;
        }

        @Override
        public OrderPage made(Instant from, Instant to, @Nullable String cursor) {
            asked.add("made " + cursor);
            return cursor == null
                    ? new OrderPage(orders(1, 2), "2", true, null)
                    : new OrderPage(orders(3, 3), null, false, null);
        }
    };

    private Consumer<Staged> meanwhile = staged -> {};

    private static List<RawOrder> orders(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> new RawOrder(number, NOW, "{\"number\":" + number + "}"))
                .toList();
    }

    /** Every fourth order is held, every fifth one is from before the cut-over. */
    private static Planned planned(Staged staged) {
        int number = Integer.parseInt(staged.sourceKey());
        if (number % 5 == 0) {
            return Plans.skip(staged.sourceKey(), staged.version(), "BEFORE_CUT_OVER");
        }
        return number % 4 == 0
                ? Plans.hold(staged.sourceKey(), staged.version())
                : Plans.post(staged.sourceKey(), staged.version(), "content");
    }

    private boolean postsNothing;

    private final OrderSettings settings = new OrderSettings() {
        @Override
        public int backfillMax() {
            return MAX;
        }

        @Override
        public boolean postsNothing() {
            return postsNothing;
        }

        @Override
        public OrderRules rules() {
            return Samples.rules();
        }
    };

    private String run(String from, String to, String preview) throws Exception {
        JobContext context = (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(), new Class<?>[] {JobContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setExitStatus")) {
                        exitStatus.add(String.valueOf(arguments[0]));
                        return null;
                    }
                    return RUN;
                });
        PlanBasis basis = world.transactions().bean(PlanBasis.class, world.entities(), world.time(), world.audit());
        BackfillRecord record = world.transactions()
                .bean(
                        BackfillRecord.class,
                        world.store(),
                        world.staging(),
                        basis,
                        world.transactions().bean(PostedBefore.class, world.staging(), world.unmarked()),
                        new AmendmentPlans(world.postings(), world.postedDocuments(), settings));
        BackfillPlanning planning = new BackfillPlanning() {
            @Override
            public PlannedOrder plan(Staged staged) {
                meanwhile.accept(staged);
                return new PlannedOrder(staged.id(), planned(staged));
            }

            @Override
            public String mappings() {
                return "pinned";
            }
        };
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new BackfillOrders(
                        new BackfillOrders.Sources(centra, planning, world.postings()),
                        record,
                        world.runCounts(),
                        context,
                        clock,
                        settings)
                .asked(from, to, preview)
                .process();
    }

    @Test
    void a_preview_counts_what_would_be_done_and_keeps_nothing() throws Exception {
        assertThat(run("1", "10", "")).isEqualTo(BackfillOrders.PREVIEW);
        assertThat(asked).containsExactly("1-4", "5-8", "9-10");
        assertThat(world.runCounts().of(RUN))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "read", 10L,
                        "would be posted", 6L,
                        "would be skipped: BEFORE_CUT_OVER", 2L,
                        "would be held", 2L,
                        "held: UNKNOWN_SKU", 2L,
                        "held: PERIOD_CLOSED", 2L));
        assertThat(exitStatus)
                .containsExactly("PREVIEW: 6 orders would be posted, for GBP 720.00; nothing was written");
        assertThat(world.database().count("posting")).isZero();
        assertThat(world.database().count("staged_document")).isZero();
    }

    @Test
    void an_order_that_is_posted_stays_as_it_is_and_a_preview_says_so() throws Exception {
        world.record(Plans.post("1"));
        world.database().execute("UPDATE posting SET state = 'POSTED'");
        run("1", "2", "true");
        assertThat(world.runCounts().of(RUN))
                .containsEntry("would stay as it is", 1L)
                .containsEntry("would be posted", 1L);
    }

    @Test
    void without_preview_the_orders_are_planned_behind_todays_trade() throws Exception {
        assertThat(run("1", "6", "false")).isEqualTo("COMPLETED");
        assertThat(world.runCounts().of(RUN))
                .containsExactlyInAnyOrderEntriesOf(Map.of("read", 6L, "planned", 4L, "held", 1L, "skipped", 1L));
        assertThat(world.staging().unplanned(Intake.KIND, 0, 10)).isEmpty();
        assertThat(world.posting(Plans.key("5")).orElseThrow().state()).isEqualTo(PostingState.SKIPPED);
        world.record(Plans.post("99"));
        assertThat(world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 10))
                .extracting(claimed -> claimed.command().key().sourceKey())
                .hasSize(5)
                .startsWith("99");
    }

    @Test
    void a_version_that_was_read_since_is_not_overwritten_by_what_was_read_before() throws Exception {
        Received newer = new Received("1", "C1", NOW.plusSeconds(5), "{\"number\":1,\"status\":\"CANCELLED\"}");
        meanwhile = staged -> world.staging()
                .stage(Intake.KIND, List.of(newer), world.staging().readingBegins());
        run("1", "1", "false");
        assertThat(world.runCounts().of(RUN)).containsEntry("erased, or newer here", 1L);
        assertThat(world.database().count("posting")).isZero();
        assertThat(world.staging().unplanned(Intake.KIND, 0, 10)).hasSize(1);
    }

    @Test
    void what_is_planned_by_mappings_that_are_no_longer_in_force_waits_for_another_plan() throws Exception {
        meanwhile = staged ->
                world.database().execute("UPDATE plan_basis SET basis = 'other' WHERE name = 'mappings/order'");
        run("1", "1", "false");
        assertThat(world.database().count("posting")).isZero();
        assertThat(world.staging().unplanned(Intake.KIND, 0, 10)).hasSize(1);
    }

    @Test
    void an_edit_of_an_order_in_doubt_waits_for_its_answer() throws Exception {
        world.record(Plans.post("1"));
        world.database().execute("UPDATE posting SET state = 'IN_DOUBT'");
        run("1", "1", "false");
        assertThat(world.runCounts().of(RUN)).containsEntry("waiting for an answer", 1L);
        assertThat(world.staging().unplanned(Intake.KIND, 0, 10)).hasSize(1);
    }

    @Test
    void a_second_run_over_the_same_range_changes_nothing() throws Exception {
        run("1", "3", "false");
        run("1", "3", "false");
        assertThat(world.database().count("posting")).isEqualTo(3);
        assertThat(world.database().count("staged_document")).isEqualTo(3);
    }

    @Test
    void days_are_the_sites_days_and_read_page_by_page() throws Exception {
        assertThat(run("2026-11-01", "2026-11-02", "false")).isEqualTo("COMPLETED");
        assertThat(asked).containsExactly("count 2026-11-01T00:00:00Z 2026-11-02T23:59:59Z", "made null", "made 2");
        assertThat(world.database().count("posting")).isEqualTo(3);
    }

    @Test
    void more_than_the_setting_allows_is_refused_with_the_number_and_nothing_is_read() {
        assertThatThrownBy(() -> run("1", "11", "false"))
                .isInstanceOf(ParameterRefused.class)
                .hasMessage(
                        "to = 11 with from = 1 is for 11 orders, and orders.backfill-max is 10: nothing was read; ask for"
                                + " a smaller range, or raise the setting");
        assertThat(asked).isEmpty();
        inDays = 61_204;
        assertThatThrownBy(() -> run("2026-01-01", "2026-11-02", "")).hasMessageContaining("is for 61204 orders");
        assertThat(exitStatus.get(1)).startsWith("FAILED: to = 2026-11-02 with from = 2026-01-01 is for 61204 orders");
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''         | 10         | false | from is missing; give an order number such as 10234",
                "10         | ''         | false | to is missing",
                "10         | C11        | false | to = C11 is neither an order number nor a date; give an order number",
                "10         | 2026-11-01 | false | to = 2026-11-01 and from = 10 are a number and a date; give two order numbers, or two dates",
                "11         | 10         | false | to = 10 comes before from = 11",
                "2026-11-02 | 2026-11-01 | false | comes before from = 2026-11-02",
                "10         | 11         | no    | preview = no is neither true nor false"
            })
    void what_is_no_range_is_refused_with_the_remedy(String from, String to, String preview, String words) {
        assertThatThrownBy(() -> run(from, to, preview))
                .isInstanceOf(ParameterRefused.class)
                .hasMessageContaining(words);
        assertThat(asked).isEmpty();
        assertThatThrownBy(() -> new BackfillCheck(settings).check(Map.of("from", from, "to", to, "preview", preview)))
                .as("before the run is started")
                .isInstanceOf(ParameterRefused.class)
                .hasMessageContaining(words);
    }

    @Test
    void too_many_numbers_are_refused_before_the_run_is_started() {
        BackfillCheck check = new BackfillCheck(settings);
        assertThatThrownBy(() -> check.check(Map.of("from", "1", "to", "11")))
                .isInstanceOfSatisfying(ParameterRefused.class, refused -> {
                    assertThat(refused.field()).isEqualTo("to");
                    assertThat(refused.value()).isEqualTo("11");
                    assertThat(refused.what()).contains("is for 11 orders, and orders.backfill-max is 10");
                });
        assertThatThrownBy(() -> check.check(Map.of("from", "5"))).hasMessageStartingWith("to is missing; give an");
        assertThatCode(() -> check.check(Map.of("from", "1", "to", "10"))).doesNotThrowAnyException();
    }

    @Test
    void numbers_that_centra_does_not_have_are_told() throws Exception {
        lastNumber = 2;
        run("1", "5", "");
        assertThat(world.runCounts().of(RUN)).containsEntry("read", 2L).containsEntry("not in Centra", 3L);
        run("6", "9", "");
        run("6", "9", "false");
        assertThat(exitStatus)
                .containsExactly(
                        "PREVIEW: 2 orders would be posted, for GBP 240.00; nothing was written",
                        "PREVIEW: Centra has no order with a number from 6 to 9; nothing was done",
                        "COMPLETED: Centra has no order with a number from 6 to 9; nothing was done");
    }

    @Test
    void where_the_whole_application_is_a_preview_nothing_is_posted_and_the_run_says_so() throws Exception {
        run("1", "2", "false");
        assertThat(exitStatus).isEmpty();
        postsNothing = true;
        run("1", "2", "false");
        assertThat(exitStatus)
                .singleElement()
                .asString()
                .startsWith("COMPLETED: what can be posted is planned, and nothing is posted to Sage 200, because"
                        + " posting.mode = preview");
    }
}
