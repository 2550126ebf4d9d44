package centrasage.sync.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.PostingState;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import jakarta.transaction.RollbackException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source documents: a version for each content, and a watermark that moves with its page or not at all. */
class StagingTest {
    private static final Instant SEEN = Instant.parse("2026-11-23T07:00:00Z");

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final Staging staging = world.staging();

    @Test
    void the_same_content_is_one_version_however_often_it_is_received() {
        assertThat(stage(List.of(order("1", "a"), order("2", "a")))).isEqualTo(2);
        assertThat(stage(List.of(order("1", "a"), order("2", "b")))).isEqualTo(1);
        assertThat(versions("1")).containsExactly(1);
        assertThat(versions("2")).containsExactly(2, 1);
    }

    @Test
    void content_that_comes_back_is_a_version_again() {
        for (String text : List.of("a", "b", "a")) {
            stage(List.of(order("1", text)));
        }
        assertThat(staging.of("order", "1"))
                .extracting(version -> version.text().orElseThrow())
                .containsExactly("a", "b", "a");
    }

    @Test
    void what_was_read_a_while_ago_never_takes_the_place_of_what_was_read_since() {
        Instant held = staging.readingBegins();
        world.clock().advance(Duration.ofSeconds(1));
        stage(List.of(new Received("1", "C1", SEEN.plusSeconds(1), "late")));
        assertThat(staging.stage("order", List.of(new Received("1", "C1", SEEN, "early")), held))
                .isZero();
        assertThat(versions("1")).containsExactly(1);
    }

    @Test
    void what_was_stamped_early_and_committed_late_is_taken() {
        stage(List.of(new Received("1", "C1", SEEN.plusSeconds(1), "stamped late")));
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(stage(List.of(new Received("1", "C1", SEEN, "stamped early"))))
                .isOne();
        assertThat(staging.of("order", "1").get(0).text()).contains("stamped early");
    }

    @Test
    void what_waits_for_a_plan_is_counted_once_and_not_where_its_posting_is_counted() {
        stage(List.of(order("1", "a"), order("2", "a"), order("3", "a")));
        stage(List.of(order("1", "b")));
        world.record(Plans.hold("2", 1));
        world.record(Plans.skip("3", 1, "STATUS"));
        assertThat(staging.waiting("order", Set.of(PostingState.HELD))).isEqualTo(2);
        assertThat(staging.waiting("order", Set.of(PostingState.HELD, PostingState.SKIPPED)))
                .isOne();
    }

    @Test
    void a_page_may_hold_a_document_twice() {
        assertThat(stage(List.of(order("1", "a"), order("1", "b"), order("1", "b"))))
                .isEqualTo(2);
        assertThat(versions("1")).containsExactly(2, 1);
        assertThat(staging.unplanned("order", 0, 10))
                .extracting(Staged::version)
                .containsExactly(2);
    }

    @Test
    void a_version_that_was_never_planned_is_superseded_by_the_next() {
        stage(List.of(order("1", "a")));
        stage(List.of(order("1", "b")));
        assertThat(staging.unplanned("order", 0, 10)).singleElement().satisfies(staged -> {
            assertThat(staged.version()).isEqualTo(2);
            assertThat(staged.text()).contains("b");
            assertThat(staged.sourceUpdatedAt()).isEqualTo(SEEN);
            assertThat(staged.stagedAt()).isEqualTo(MovableClock.START);
        });
        assertThat(world.database().column("SELECT state FROM staged_document ORDER BY version"))
                .containsExactly("SUPERSEDED", "STAGED");
    }

    @Test
    void whoever_was_held_up_is_told_that_a_version_waits_no_longer() {
        stage(List.of(order("1", "a")));
        long first = staging.unplanned("order", 0, 10).get(0).id();
        assertThat(staging.waits(first)).isTrue();
        stage(List.of(order("1", "b")));
        long second = staging.unplanned("order", 0, 10).get(0).id();
        assertThat(staging.waits(first)).isFalse();
        assertThat(staging.waits(second)).isTrue();
        staging.planned(second);
        assertThat(staging.waits(second)).isFalse();
    }

    @Test
    void what_is_planned_waits_no_longer_until_somebody_wants_it_planned_again() {
        stage(List.of(order("1", "a")));
        staging.planned(staging.unplanned("order", 0, 10).get(0).id());
        assertThat(staging.unplanned("order", 0, 10)).isEmpty();
        assertThat(staging.planAgain("order", "1")).isTrue();
        assertThat(staging.unplanned("order", 0, 10))
                .extracting(Staged::version)
                .containsExactly(1);
        assertThat(staging.planAgain("order", "2")).isFalse();
    }

    /** What its planner sees waiting waits already, and that it is wanted anew changes nothing about it until the plan is committed. */
    @Test
    void what_is_wanted_planned_again_while_its_plan_is_recorded_waits_for_another_after_that() throws Exception {
        stage(List.of(order("1", "a")));
        long id = staging.unplanned("order", 0, 10).get(0).id();
        Future<Boolean> wanted = world.transactions().inNew(() -> {
            assertThat(staging.waits(id)).isTrue();
            Future<Boolean> person = world.beside(() -> staging.planAgain("order", "1"));
            staging.planned(id);
            return person;
        });
        assertThat(wanted.get()).isTrue();
        assertThat(staging.unplanned("order", 0, 10)).extracting(Staged::id).containsExactly(id);
    }

    @Test
    void only_the_latest_version_is_planned_again() {
        stage(List.of(order("1", "a")));
        stage(List.of(order("1", "b")));
        staging.planned(staging.unplanned("order", 0, 10).get(0).id());
        staging.planAgain("order", "1");
        assertThat(staging.unplanned("order", 0, 10))
                .extracting(Staged::version)
                .containsExactly(2);
    }

    @Test
    void what_waits_is_read_in_pages_from_the_oldest_on() {
        stage(IntStream.rangeClosed(1, 5)
                .mapToObj(number -> order(Integer.toString(number), "a"))
                .toList());
        List<Staged> first = staging.unplanned("order", 0, 3);
        List<Staged> second = staging.unplanned("order", first.get(2).id(), 3);
        assertThat(first).extracting(Staged::sourceKey).containsExactly("1", "2", "3");
        assertThat(second).extracting(Staged::sourceKey).containsExactly("4", "5");
        assertThat(staging.unplanned("payout", 0, 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE staged_document SET payload = X'00' WHERE source_key = '1'",
                "UPDATE staged_document SET payload = (SELECT payload FROM staged_document WHERE source_key = '2')"
                        + " WHERE source_key = '1'",
                "UPDATE personal_key SET wrapped_key = (SELECT wrapped_key FROM personal_key WHERE subject = 'C2')"
                        + " WHERE subject = 'C1'"
            })
    void what_cannot_be_decrypted_keeps_nothing_else_from_being_read(String damage) {
        stage(List.of(order("1", "a"), order("2", "b"), order("3", "c")));
        world.database().execute(damage);
        assertThat(staging.unplanned("order", 0, 10))
                .satisfiesExactly(
                        first -> assertThat(first.isUnreadable()).isTrue(),
                        second -> assertThat(second.text()).contains("b"),
                        third -> assertThat(third.text()).contains("c"));
        assertThat(staging.of("order", "1")).singleElement().satisfies(version -> {
            assertThat(version.text()).isEmpty();
            assertThat(version.erased()).isFalse();
        });
    }

    @Test
    void a_person_whose_key_is_damaged_keeps_nobody_elses_change_from_being_stored() {
        stage(List.of(order("1", "a"), order("2", "b")));
        world.database().execute("UPDATE personal_key SET wrapped_key = X'00' WHERE subject = 'C1'");
        assertThat(stage(List.of(order("1", "a2"), order("2", "b2")))).isOne();
        assertThat(staging.of("order", "2")).hasSize(2);
    }

    @Test
    void what_cannot_be_decrypted_can_still_be_erased() {
        stage(List.of(order("1", "a")));
        world.database().execute("UPDATE staged_document SET payload = X'00'");
        assertThat(world.erasure().erase("C1", "anna")).isTrue();
        assertThat(staging.of("order", "1")).singleElement().satisfies(version -> {
            assertThat(version.erased()).isTrue();
            assertThat(version.isUnreadable()).isFalse();
        });
    }

    @Test
    void the_watermark_moves_with_its_page() {
        assertThat(staging.watermark("orders")).isEmpty();
        staging.stage("order", List.of(order("1", "a")), staging.readingBegins(), "orders", SEEN);
        assertThat(staging.watermark("orders")).contains(SEEN);
        staging.stage("order", List.of(), staging.readingBegins(), "orders", SEEN.plus(Duration.ofHours(1)));
        assertThat(staging.watermark("orders")).contains(SEEN.plus(Duration.ofHours(1)));
        assertThat(staging.watermark("payouts")).isEmpty();
    }

    @Test
    void a_page_that_fails_moves_neither_the_watermark_nor_anything_else() {
        staging.stage("order", List.of(order("1", "a")), staging.readingBegins(), "orders", SEEN);
        List<Received> page = List.of(order("2", "a"), order("3".repeat(61), "a"));
        assertThatThrownBy(() ->
                        staging.stage("order", page, staging.readingBegins(), "orders", SEEN.plus(Duration.ofHours(1))))
                .isInstanceOf(RollbackException.class);
        assertThat(staging.watermark("orders")).contains(SEEN);
        assertThat(staging.of("order", "2")).isEmpty();
    }

    private int stage(List<Received> page) {
        return staging.stage("order", page, staging.readingBegins());
    }

    private List<Integer> versions(String number) {
        return staging.of("order", number).stream().map(Staged::version).toList();
    }

    private static Received order(String number, String text) {
        return new Received(number, "C" + number, SEEN, text);
    }
}
