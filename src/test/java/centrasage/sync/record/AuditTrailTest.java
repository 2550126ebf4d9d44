package centrasage.sync.record;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.posting.StoreContract;
import centrasage.sync.record.AuditTrail.Behind;
import centrasage.sync.record.AuditTrail.Entry;
import centrasage.sync.record.AuditTrail.Filter;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The trail as people look through it. */
class AuditTrailTest {
    private static final Filter ANY = new Filter(null, null, null, Set.of(), null, null);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final AuditTrail trail = world.transactions().bean(AuditTrail.class, world.entities());

    private void write(String actor, String action, String subject) {
        world.audit().write(actor, action, subject, "words");
    }

    private List<String> found(Filter filter) {
        return trail.page(filter, null, 50).stream()
                .map(entry -> entry.what().actor() + " " + entry.what().action() + " "
                        + entry.what().subject())
                .toList();
    }

    private static Filter behind(@Nullable Behind behind) {
        return new Filter(behind, null, null, Set.of(), null, null);
    }

    @Test
    void deeds_looks_and_what_the_program_does_are_told_apart() {
        write("anna", "RETRY", "exception/1");
        write("posting", "POSTED", "33/ORDER/10234");
        write("anna", "LOOKED_AT_CUSTOMER", "C10234");
        assertThat(found(behind(Behind.DEED))).containsExactly("anna RETRY exception/1");
        assertThat(found(behind(Behind.LOOK))).containsExactly("anna LOOKED_AT_CUSTOMER C10234");
        assertThat(found(behind(Behind.PROGRAM))).containsExactly("posting POSTED 33/ORDER/10234");
        assertThat(found(ANY)).hasSize(3);
    }

    @Test
    void a_person_an_action_and_a_subject_narrow_what_is_found() {
        write("anna", "RETRY", "exception/1");
        write("bob", "RETRY", "exception/2");
        write("bob", "RESOLVED", "exception/2");
        assertThat(found(new Filter(Behind.DEED, "bob", null, Set.of(), null, null)))
                .containsExactlyInAnyOrder("bob RETRY exception/2", "bob RESOLVED exception/2");
        assertThat(found(new Filter(null, "bob", "RETRY", Set.of(), null, null)))
                .containsExactly("bob RETRY exception/2");
        assertThat(found(new Filter(null, null, null, Set.of("exception/1", "exception/9"), null, null)))
                .containsExactly("anna RETRY exception/1");
    }

    @Test
    void a_page_goes_on_below_the_last_row_of_the_one_before_until_all_were_seen_once() {
        for (int row = 0; row < 7; row++) {
            write("anna", "RETRY", "exception/" + row);
            if (row % 3 == 0) {
                world.pass(Duration.ofSeconds(1));
            }
        }
        List<Entry> first = trail.page(ANY, null, 3);
        List<Entry> second = trail.page(ANY, first.get(2).number(), 3);
        List<Entry> third = trail.page(ANY, second.get(2).number(), 3);
        assertThat(List.of(first, second, third).stream()
                        .flatMap(List::stream)
                        .map(entry -> entry.what().subject()))
                .containsExactly(
                        "exception/6",
                        "exception/5",
                        "exception/4",
                        "exception/3",
                        "exception/2",
                        "exception/1",
                        "exception/0");
        assertThat(trail.page(ANY, -1L, 3)).as("there is no such row").isEmpty();
    }

    @Test
    void days_begin_with_their_first_moment_and_end_before_the_next() {
        write("anna", "RETRY", "exception/1");
        Instant between = trail.page(ANY, null, 1).get(0).what().occurredAt().plusSeconds(1);
        world.pass(Duration.ofSeconds(2));
        write("anna", "RETRY", "exception/2");
        assertThat(found(new Filter(null, null, null, Set.of(), between, null)))
                .containsExactly("anna RETRY exception/2");
        assertThat(found(new Filter(Behind.DEED, null, null, Set.of(), null, between)))
                .containsExactly("anna RETRY exception/1");
    }

    @Test
    void a_row_says_whether_it_is_sealed() {
        AuditSealer sealer = world.transactions().bean(AuditSealer.class, world.entities());
        write("anna", "RETRY", "exception/1");
        sealer.seal();
        write("anna", "RETRY", "exception/2");
        assertThat(trail.page(ANY, null, 5)).extracting(Entry::sealed).containsExactly(null, 1L);
    }
}
