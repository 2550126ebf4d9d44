package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Outcome;
import centrasage.flow.PostingKind;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Marks;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Printed;
import centrasage.sync.posting.PrintedContract;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.posting.StoreWorld;
import centrasage.sync.totals.Proven;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JpaPrintedTest extends PrintedContract {
    private static final Map<String, String> HOME = Map.of("delivery address", "1 High Street");

    @Override
    protected StoreWorld world() {
        return new JpaWorld(StoreContract.SETTLE);
    }

    @AfterEach
    void the_totals_are_what_a_count_gives() {
        Proven.totals(((JpaWorld) world).transactions());
    }

    private JpaWorld store() {
        return (JpaWorld) world;
    }

    private static Planned plan(int version, Map<String, String> printed) {
        return Plans.post("1", version, "content of 1").printing(new Printed(printed));
    }

    private void post() {
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 20)) {
            world.store().intend(claimed, StoreContract.LEASE, "nothing found");
            world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
            world.store().release(claimed);
        }
    }

    private List<String> marks() {
        return store().transactions()
                .inNew(() -> store().entities()
                        .createQuery("SELECT p.marks FROM PostingRow p ORDER BY p.id", String.class)
                        .getResultList());
    }

    @Test
    void the_same_address_of_two_orders_is_marked_otherwise_and_can_be_read_in_neither() {
        world.record(plan(1, HOME));
        world.record(Plans.post("2").printing(new Printed(HOME)));
        assertThat(marks())
                .doesNotHaveDuplicates()
                .allSatisfy(mark -> assertThat(mark).matches("1 delivery address=[0-9a-f]{64}"));
    }

    @Test
    void marks_that_were_made_in_another_way_differ_from_nothing() {
        assertThat(Marks.read("delivery address=aa\n2 delivery address=bb")).isEqualTo(Marks.UNKNOWN);
        assertThat(Marks.read("1 delivery address=cc").parts()).containsExactly(Map.entry("delivery address", "cc"));
    }

    @Test
    void all_that_is_printed_of_an_order_fits_its_column() {
        Map<String, String> parts = Map.of("delivery address", "a", "contact details", "b", "comments", "c");
        world.record(plan(1, parts));
        assertThat(Marks.read(marks().get(0)).parts()).containsOnlyKeys(parts.keySet());
    }

    @Test
    void what_was_posted_before_marks_were_kept_is_marked_later_and_compared_from_then_on() {
        world.record(Plans.post("1"));
        post();
        UnmarkedPostings unmarked = store().unmarked();
        assertThat(unmarked.of(PostingKind.ORDER, "1")).singleElement().satisfies(version -> {
            assertThat(version.version()).isOne();
            unmarked.mark(PostingKind.ORDER, version, new Printed(HOME));
        });
        assertThat(unmarked.of(PostingKind.ORDER, "1")).isEmpty();
        assertThat(world.record(plan(2, HOME))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.record(plan(3, Map.of("delivery address", "2 High Street"))))
                .isEqualTo(Recorded.CHANGED_AFTER_POSTING);
    }

    @Test
    void once_the_person_is_erased_nothing_is_marked_any_more() {
        world.record(plan(1, HOME));
        post();
        store().erasure().erase("C1", "anna");
        assertThat(world.record(plan(2, Map.of("delivery address", "2 High Street"))))
                .isNotEqualTo(Recorded.TAKEN);
        assertThat(world.findings()).isEmpty();
    }
}
