package centrasage.orders.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.CentraNumbers;
import centrasage.centra.client.TestTime;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.centra.client.wire.Query;
import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.centra.state.AccessToken;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.http.FaultKind;
import centrasage.sync.numbers.NumberToTell;
import centrasage.sync.numbers.NumbersToTell;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import jakarta.batch.runtime.context.JobContext;
import jakarta.json.Json;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sage's number onto the order in Centra: once, last of all, whatever fails. */
class WriteBackTest {
    private static final int FIRST = 10_001;
    private static final String INTEGRATION = "centra-sage200";
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final TestTime time = new TestTime();
    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final NumbersToTell numbers =
            world.transactions().bean(NumbersToTell.class, world.entities(), world.time(), world.audit());
    private CentraSimulator centra;
    private WriteBackSettings settings = settings("both");
    private String token = CentraOptions.DEFAULT_TOKEN;

    @BeforeEach
    void open() throws IOException {
        centra = CentraSimulator.start(CentraOptions.of(0, 7).withClock(time));
        centra.trade(LocalDate.of(2026, 11, 22), 30);
        world.observe(change -> new NumberWatch(numbers, settings).posted(change), finding -> {}, news -> {});
    }

    @AfterEach
    void close() {
        centra.close();
    }

    private static WriteBackSettings settings(String way) {
        return new WriteBackSettings(way, "sage.order_number", "live");
    }

    private CentraGraphQl graphQl() {
        return new CentraGraphQl(
                new CentraSettings(centra.baseUrl(), token, Duration.ofSeconds(5), Duration.ofSeconds(30)), time, time);
    }

    private void post(int number) {
        world.record(Plans.post(Integer.toString(number)));
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", LEASE, 20)) {
            world.store().intend(claimed, LEASE, "nothing found");
            world.store()
                    .conclude(claimed, new Outcome.Posted(Plans.document(Integer.toString(number))), Duration.ZERO);
            world.store().release(claimed);
        }
    }

    private String run() throws TargetUnavailable {
        JobContext context = (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) -> method.getReturnType() == long.class ? 7L : null);
        return new WriteBack(numbers, new CentraNumbers(graphQl()), settings, world.runCounts(), context).process();
    }

    private CentraOrder order(int number) {
        return Objects.requireNonNull(centra.state().order(number));
    }

    private static String attribute(CentraOrder order) {
        return order.attributes().getOrDefault("sage", Map.of()).getOrDefault("order_number", "");
    }

    @Test
    void a_posted_order_gets_its_number_as_external_id_and_attribute_and_only_once() throws TargetUnavailable {
        post(FIRST);
        run();
        assertThat(order(FIRST).externalIds()).containsEntry(INTEGRATION, "33/000010001");
        assertThat(attribute(order(FIRST))).isEqualTo("000010001");
        assertThat(world.audit().of("C10001"))
                .extracting(entry -> entry.actor() + " " + entry.action())
                .containsExactly("write-back NUMBER_TOLD");
        Instant written = order(FIRST).updatedAt();
        time.take(Duration.ofHours(1));
        run();
        assertThat(order(FIRST).updatedAt()).as("written once").isEqualTo(written);
    }

    @Test
    void the_setting_says_what_is_written() throws TargetUnavailable {
        settings = settings("external-id");
        post(FIRST);
        run();
        assertThat(order(FIRST).externalIds()).isNotEmpty();
        assertThat(attribute(order(FIRST))).isEmpty();
        settings = settings("attribute");
        post(FIRST + 1);
        run();
        assertThat(order(FIRST + 1).externalIds()).isEmpty();
        assertThat(attribute(order(FIRST + 1))).isEqualTo("000010002");
    }

    @Test
    void nothing_is_put_down_while_it_is_off_and_nothing_is_written_in_preview() throws TargetUnavailable {
        settings = settings("off");
        post(FIRST);
        assertThat(numbers.due(10)).isEmpty();
        settings = settings("both");
        post(FIRST + 1);
        settings = new WriteBackSettings("both", "sage.order_number", "preview");
        run();
        assertThat(order(FIRST + 1).externalIds()).isEmpty();
        assertThat(numbers.due(10)).hasSize(1);
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_again() throws TargetUnavailable {
        post(FIRST);
        centra.faults().order(FaultKind.RESET_AFTER_COMMIT, "setIdConversions", 1);
        run();
        assertThat(centra.faults().count(FaultKind.RESET_AFTER_COMMIT)).isOne();
        assertThat(attribute(order(FIRST))).isEqualTo("000010001");
        assertThat(numbers.due(10)).isEmpty();
    }

    @Test
    void a_refusal_for_the_rate_ends_the_run_and_the_next_one_goes_on() throws TargetUnavailable {
        post(FIRST);
        centra.faults().order(FaultKind.TOO_MANY_REQUESTS, "assignAttributesBatch", 1);
        assertThatThrownBy(this::run).hasMessageContaining("rate limit is used up");
        assertThat(centra.faults().count(FaultKind.TOO_MANY_REQUESTS)).isOne();
        assertThat(numbers.due(10)).extracting(NumberToTell::tries).containsExactly(0);
        time.take(Duration.ofHours(1));
        run();
        assertThat(attribute(order(FIRST))).isEqualTo("000010001");
    }

    @Test
    void a_process_that_died_before_it_took_the_number_out_writes_the_same_once_more() throws TargetUnavailable {
        post(FIRST);
        CentraNumbers died = new CentraNumbers(graphQl());
        assertThat(died.externalIds(Map.of((long) FIRST, "33/000010001"))).isEmpty();
        run();
        assertThat(order(FIRST).externalIds()).containsEntry(INTEGRATION, "33/000010001");
        assertThat(numbers.due(10)).isEmpty();
    }

    @Test
    void one_order_that_centra_does_not_take_keeps_no_other_from_its_number() throws TargetUnavailable {
        post(FIRST);
        post(FIRST + 1);
        centra.state().delete(FIRST);
        run();
        assertThat(attribute(order(FIRST + 1))).isEqualTo("000010002");
        assertThat(numbers.due(10)).as("tried again later").isEmpty();
        assertThat(world.runCounts().of(7)).containsEntry("told", 1L).containsEntry("rejected", 1L);
    }

    @Test
    void what_is_rejected_time_and_again_is_told_in_the_trail_and_left() {
        post(FIRST);
        centra.state().delete(FIRST);
        for (int tries = 1; tries <= WriteBack.TRIES_MAX; tries++) {
            assertThat(numbers.due(10)).extracting(NumberToTell::tries).containsExactly(tries - 1);
            assertThatThrownBy(this::run).hasMessageContaining("Could not find Order with ID 10001");
            world.pass(Duration.ofDays(1));
            time.take(Duration.ofHours(1));
        }
        assertThat(numbers.due(10)).isEmpty();
        assertThat(world.audit().of("C10001"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("NUMBER_NOT_TOLD"));
    }

    @Test
    void an_attribute_that_nobody_made_in_ams_is_named_with_the_remedy() {
        settings = new WriteBackSettings("attribute", "nav.number", "live");
        post(FIRST);
        assertThatThrownBy(this::run)
                .hasMessageContaining("nav.number")
                .hasMessageContaining("centra.write-back-attribute exists in AMS");
        assertThat(attribute(order(FIRST))).isEmpty();
    }

    @Test
    void a_token_without_the_permission_is_told_which_and_nothing_is_lost() {
        post(FIRST);
        centra.state().put(new AccessToken("reader", INTEGRATION, Set.of("Order:read", "Order:write")));
        token = "reader";
        assertThatThrownBy(this::run).hasMessageContaining("Attribute:write");
        assertThat(numbers.due(10)).extracting(NumberToTell::tries).containsExactly(0);
    }

    @Test
    void it_stops_while_half_of_the_quota_is_used_and_goes_on_later() throws TargetUnavailable {
        post(FIRST);
        CentraGraphQl others = graphQl();
        CentraNumbers left = new CentraNumbers(others);
        for (int i = 0; i < 1_000 && left.room() > 0; i++) {
            others.change(
                    Query.CONFIRM_EVENTS,
                    Json.createObjectBuilder()
                            .add("ids", Json.createArrayBuilder())
                            .build());
        }
        run();
        assertThat(order(FIRST).externalIds())
                .as("others have used more than half")
                .isEmpty();
        assertThat(numbers.due(10)).hasSize(1);
        time.take(Duration.ofSeconds(10));
        run();
        assertThat(order(FIRST).externalIds()).isNotEmpty();
    }
}
