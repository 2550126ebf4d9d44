package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Partner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Side;
import centrasage.flow.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One worker: in which order, how far, and when it stops. */
class LaneTest {
    private static final Duration SETTLE = StoreContract.SETTLE;

    private final MemoryWorld world = new MemoryWorld(SETTLE);
    private final ScriptedTarget target = new ScriptedTarget();
    private final List<String> tally = new ArrayList<>();
    private final Lane lane = lane(target);

    private Lane lane(Target side) {
        return new Lane(
                world.store(), Map.of(PostingKind.ORDER, side), Plans.patience(Duration.ofSeconds(15)), tally::add);
    }

    @Test
    void everything_due_is_posted_and_many_are_looked_for_in_one_request() {
        for (int number = 101; number <= 135; number++) {
            world.record(Plans.post(Integer.toString(number)));
        }
        assertThat(lane.post("a", () -> false)).isEmpty();
        assertThat(tally).hasSize(35).containsOnly("posted");
        assertThat(target.calls.stream().filter(call -> call.startsWith("find")))
                .hasSize(2);
        assertThat(target.calls.get(0)).startsWith("find [101, 102").endsWith("130]");
        assertThat(world.queued()).isZero();
    }

    @Test
    void towards_the_end_a_lane_takes_its_part_so_that_the_others_have_work_too() {
        for (int number = 101; number <= 112; number++) {
            world.record(Plans.post(Integer.toString(number)));
        }
        Patience patience = Plans.patience(Duration.ofSeconds(15));
        new Lane(world.store(), Map.of(PostingKind.ORDER, target), patience, tally::add, 4).post("a", () -> false);
        assertThat(target.calls.stream().filter(call -> call.startsWith("find")).toList())
                .startsWith("find [101, 102, 103]", "find [104, 105, 106]", "find [107, 108]")
                .endsWith("find [112]");
        assertThat(tally).hasSize(12);
    }

    @Test
    void an_order_of_today_waits_for_no_more_of_a_backfill_than_the_document_being_sent() {
        for (int number = 101; number <= 110; number++) {
            world.record(Plans.post(Integer.toString(number)).with(Priority.BACKFILL));
        }
        target.answers.put(Plans.key("102"), sent -> {
            world.record(Plans.post("999"));
            return new Outcome.Posted(Plans.document("102"));
        });
        assertThat(lane.post("a", () -> false)).isEmpty();
        assertThat(target.calls.stream().filter(call -> call.startsWith("send")).limit(4))
                .containsExactly("send 101", "send 102", "send 999", "send 103");
        assertThat(tally).hasSize(11).containsOnly("posted");
    }

    @Test
    void a_doubt_about_a_backfill_is_resolved_though_an_order_of_today_waits() {
        world.record(Plans.post("1").with(Priority.BACKFILL));
        target.answers("1", new Outcome.InDoubt("timeout"));
        lane.post("a", () -> false);
        world.record(Plans.post("2"));
        world.clock().advance(SETTLE.plusSeconds(1));
        assertThat(lane.resolve("a", () -> false)).isEmpty();
        assertThat(tally).containsExactly("in doubt", "planned again");
    }

    @Test
    void an_objects_postings_go_out_in_rank_order_and_each_begins_with_what_the_one_before_it_has_left() {
        object("3", "1", "2");
        lane.post("a", () -> false);
        assertThat(target.calls)
                .containsExactly("find [1, 2, 3]", "send 1", "find [2]", "send 2", "find [3]", "send 3");
    }

    @Test
    void a_posting_that_does_not_go_out_keeps_its_successors_waiting_and_nobody_else() {
        object("1", "2", "3");
        world.record(Plans.post("9"));
        target.answers("2", new Outcome.InDoubt("timeout"));
        lane.post("a", () -> world.posting(Plans.key("9")).orElseThrow().state() == PostingState.POSTED);
        assertThat(target.calls).contains("send 1", "send 2", "send 9").doesNotContain("send 3");
    }

    @Test
    void a_refused_connection_pauses_the_lane_and_everything_goes_out_after_a_moment() {
        world.record(Plans.post("1"));
        world.record(Plans.post("2"));
        target.answers("1", new Outcome.Unavailable("connection refused"));
        assertThat(lane.post("a", () -> false)).containsOnly(entry(Plans.sage("33"), "connection refused"));
        assertThat(target.calls).doesNotContain("send 2");
        target.answers.clear();
        world.clock().advance(Duration.ofSeconds(18));
        assertThat(lane.post("b", () -> false)).isEmpty();
        assertThat(world.queued()).isZero();
    }

    @Test
    void one_system_that_is_silent_keeps_nothing_from_the_other() {
        ScriptedTarget centra = new ScriptedTarget(PostingKind.CENTRA_SHIPMENT);
        Map<PostingKind, Target> both = Map.of(PostingKind.ORDER, target, PostingKind.CENTRA_SHIPMENT, centra);
        Lane toBoth = new Lane(world.store(), both, Plans.patience(Duration.ofSeconds(15)), tally::add);
        Partner silent = new Partner(Side.CENTRA, "33");
        centra.unreachable = "Centra does not answer";
        world.record(Plans.post("1"));
        world.record(Plans.toCentra("1"));
        assertThat(toBoth.post("a", () -> target.calls.size() > 50))
                .containsOnly(entry(silent, "Centra does not answer"));
        assertThat(target.calls).contains("send 1");
        assertThat(centra.calls).hasSizeLessThanOrEqualTo(2).noneMatch(call -> call.startsWith("send"));
        centra.unreachable = null;
        target.unreachable = "Sage 200 does not answer";
        world.record(Plans.post("2"));
        assertThat(toBoth.post("b", () -> target.calls.size() > 50))
                .containsOnly(entry(Plans.sage("33"), "Sage 200 does not answer"));
        assertThat(centra.calls).contains("send 1");
        assertThat(tally).containsExactly("posted", "posted");
    }

    @Test
    void nothing_is_sent_when_the_other_side_cannot_be_asked() {
        world.record(Plans.post("1"));
        target.unreachable = "Sage 200 does not answer";
        assertThat(lane.post("a", () -> false)).containsOnly(entry(Plans.sage("33"), "Sage 200 does not answer"));
        assertThat(target.calls).containsExactly("find [1]");
        target.unreachable = null;
        assertThat(lane.post("b", () -> false)).isEmpty();
        assertThat(world.queued()).isZero();
    }

    @Test
    void a_company_that_cannot_be_asked_keeps_its_own_waiting_and_nobody_else() {
        for (int number = 101; number <= 135; number++) {
            world.record(Plans.inCompany("34", Plans.post(Integer.toString(number))));
        }
        world.record(Plans.post("1"));
        world.record(Plans.inCompany("34", Plans.post("2")));
        world.record(Plans.post("3").with(Priority.BACKFILL));
        target.silent.put("34", "no answer");
        assertThat(lane.post("a", () -> target.calls.size() > 50)).containsOnly(entry(Plans.sage("34"), "no answer"));
        assertThat(target.calls).filteredOn(call -> call.startsWith("send")).containsExactly("send 1", "send 3");
        assertThat(target.calls)
                .filteredOn(call -> call.contains("101"))
                .as("asked once")
                .hasSize(1);
        target.silent.clear();
        assertThat(lane.post("b", () -> target.calls.size() > 500)).isEmpty();
        assertThat(world.queued()).isZero();
    }

    @Test
    void a_company_that_turns_writes_away_keeps_its_own_waiting_and_nobody_else() {
        for (String number : List.of("1", "2")) {
            world.record(Plans.inCompany("34", Plans.post(number)));
        }
        world.record(Plans.post("3"));
        target.answers.put(
                new PostingKey("34", PostingKind.ORDER, "1"), sent -> new Outcome.Unavailable("turned away"));
        assertThat(lane.post("a", () -> target.calls.size() > 50)).containsOnly(entry(Plans.sage("34"), "turned away"));
        assertThat(target.calls).contains("send 1", "send 3").doesNotContain("send 2");
    }

    @Test
    void doubts_and_rechecks_of_one_company_do_not_wait_for_another() {
        for (String company : List.of("34", "33")) {
            for (String number : List.of("1", "2")) {
                String key = company + number;
                world.record(Plans.inCompany(company, Plans.post(key)));
                target.answers.put(
                        new PostingKey(company, PostingKind.ORDER, key), sent -> new Outcome.InDoubt("timeout"));
            }
        }
        lane.post("a", () -> false);
        target.finds("331", new Finding.Found(Plans.document("331")));
        world.clock().advance(SETTLE);
        target.silent.put("34", "no answer");
        target.calls.clear();
        Map<Partner, String> silent = lane.resolve("a", () -> target.calls.size() > 50);
        assertThat(silent).containsOnly(entry(Plans.sage("34"), "no answer"));
        assertThat(world.posting(Plans.key("331")).orElseThrow().state()).isEqualTo(PostingState.POSTED);
        assertThat(world.posting(Plans.key("332")).orElseThrow().state()).isEqualTo(PostingState.PLANNED);
        world.clock().advance(SETTLE);
        target.calls.clear();
        assertThat(lane.recheck(silent, () -> target.calls.size() > 50)).isEqualTo(silent);
        assertThat(target.calls).isNotEmpty().noneMatch(call -> call.contains("34"));
        assertThat(lane.recheck(Map.of(), () -> target.calls.size() > 50)).isEmpty();
    }

    @Test
    void a_lane_stops_between_two_documents_and_gives_everything_back() {
        world.record(Plans.post("1"));
        world.record(Plans.post("2"));
        lane.post("a", () -> target.calls.contains("send 1"));
        assertThat(target.calls).doesNotContain("send 2");
        assertThat(lane.post("b", () -> false)).isEmpty();
        assertThat(world.queued()).isZero();
    }

    @Test
    void what_cannot_be_told_ends_the_lane_instead_of_turning_it_in_circles() {
        world.record(Plans.post("1"));
        world.record(Plans.post("2"));
        target.finds("1", new Finding.Undecidable("half an answer"));
        assertThat(lane.post("a", () -> target.calls.size() > 50)).isEmpty();
        assertThat(tally).containsExactly("undecidable", "posted");
    }

    @Test
    void one_command_that_cannot_be_looked_for_does_not_stop_the_others() {
        for (String number : List.of("1", "2", "3")) {
            world.record(Plans.post(number));
        }
        Target brittle = Calls.around(Target.class, target, (name, call) -> {
            Object result = call.call();
            if (name.equals("find") && target.calls.get(target.calls.size() - 1).contains("2")) {
                throw new IllegalArgumentException("the document of 2 was erased");
            }
            return result;
        });
        assertThat(lane(brittle).post("a", () -> target.calls.size() > 50)).isEmpty();
        assertThat(tally).containsExactly("posted", "undecidable", "posted");
    }

    @Test
    void doubts_are_resolved_in_one_request_and_posted_again_by_the_next_lane() {
        for (String number : List.of("1", "2")) {
            world.record(Plans.post(number));
            target.answers(number, new Outcome.InDoubt("timeout"));
        }
        lane.post("a", () -> false);
        target.finds("1", new Finding.Found(Plans.document("1")));
        world.clock().advance(SETTLE);
        tally.clear();
        target.calls.clear();
        assertThat(lane.resolve("a", () -> false)).isEmpty();
        assertThat(target.calls).containsExactly("find [1, 2]");
        assertThat(tally).containsExactly("already there", "planned again");
        target.answers.clear();
        lane.post("a", () -> false);
        assertThat(world.posting(Plans.key("2")).orElseThrow().state()).isEqualTo(PostingState.POSTED);
    }

    @Test
    void rechecks_end_even_when_they_tell_nothing() {
        world.record(Plans.post("1"));
        target.answers("1", new Outcome.InDoubt("timeout"));
        lane.post("a", () -> false);
        world.clock().advance(SETTLE);
        lane.resolve("a", () -> false);
        target.answers.clear();
        lane.post("a", () -> false);
        world.clock().advance(SETTLE);
        target.finds("1", new Finding.Undecidable("half an answer"));
        lane.recheck(Map.of(), () -> target.calls.size() > 50);
        assertThat(target.calls).hasSizeLessThan(10);
        assertThat(world.rechecksToCome()).isOne();
    }

    @Test
    void a_kind_that_nobody_writes_is_a_programmers_error() {
        world.record(Plans.post("1"));
        Lane none = new Lane(world.store(), Map.of(), Plans.patience(Duration.ZERO), tally::add);
        assertThatThrownBy(() -> none.post("a", () -> false)).hasMessageContaining("ORDER");
    }

    @Test
    void what_one_open_account_locks_is_tried_no_oftener_than_the_limit_and_drains_once_it_is_closed() {
        int orders = 300;
        int perMinute = 60;
        boolean[] open = {true};
        List<Integer> perMinuteSent = new ArrayList<>();
        for (int number = 1001; number <= 1000 + orders; number++) {
            String key = Integer.toString(number);
            world.record(Plans.post(key));
            target.answers.put(
                    Plans.key(key),
                    sent -> open[0] ? new Outcome.Locked("Anna") : new Outcome.Posted(Plans.document(key)));
        }
        lane.post("a", () -> false);
        assertThat(tally).hasSize(orders).containsOnly("locked");
        for (int minute = 0; minute < 20; minute++) {
            perMinuteSent.add(sentInAMinute());
        }
        assertThat(perMinuteSent).allSatisfy(sent -> assertThat(sent).isBetween(1, perMinute));
        open[0] = false;
        for (int minute = 0; minute < 6; minute++) {
            assertThat(sentInAMinute()).isLessThanOrEqualTo(perMinute);
        }
        assertThat(world.queued()).isZero();
    }

    /** As the drain does: every two seconds. */
    private int sentInAMinute() {
        int before = tally.size();
        for (int second = 0; second < 60; second += 2) {
            world.clock().advance(Duration.ofSeconds(2));
            lane.post("a", () -> false);
        }
        return tally.size() - before;
    }

    @Test
    void of_what_waits_behind_a_lock_nothing_is_tried_and_all_of_it_goes_out_in_order_in_one_go() {
        object("1", "2", "3");
        target.answers("1", new Outcome.Locked("Anna"));
        lane.post("a", () -> false);
        for (int minute = 0; minute < 30; minute++) {
            sentInAMinute();
        }
        assertThat(target.calls).contains("send 1").doesNotContain("send 2", "send 3");
        target.answers.clear();
        target.calls.clear();
        world.clock().advance(Duration.ofMinutes(1));
        lane.post("a", () -> false);
        assertThat(target.calls.stream().filter(call -> call.startsWith("send")))
                .containsExactly("send 1", "send 2", "send 3");
    }

    private void object(String... numbers) {
        for (String number : numbers) {
            world.record(Plans.postOf("33/C1", number));
            world.rank(Plans.key(number), Integer.parseInt(number));
        }
    }
}
