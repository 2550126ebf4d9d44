package centrasage.sync.posting;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.money.Money;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Store} tells of a posted document that is printed otherwise now, and sold as it was. */
public abstract class PrintedContract {
    protected final StoreWorld world = world();

    protected abstract StoreWorld world();

    private static Planned to(String address, int version) {
        return Plans.post("1", version, "content of 1")
                .printing(new Printed(Map.of("delivery address", address, "comments", "ring twice")));
    }

    private void post(Planned... plans) {
        for (Planned plan : plans) {
            world.record(plan);
        }
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 20)) {
            world.store().intend(claimed, StoreContract.LEASE, "nothing found");
            world.store().conclude(claimed, new Outcome.Posted(Plans.document("1")), Duration.ZERO);
            world.store().release(claimed);
        }
    }

    @Test
    void another_address_is_told_though_the_content_is_the_same() {
        post(to("1 High Street", 1));
        assertThat(world.record(to("1 High Street", 2))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.record(to("2 High Street", 3))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.amount()).isEqualTo(Money.of("0", "GBP"));
            assertThat(finding.reason().owner()).isEqualTo(Owner.OPERATIONS);
            assertThat(finding.reason().what())
                    .startsWith("The delivery address changed in Centra after it was posted")
                    .doesNotContain("High Street", "comments", "GBP");
        });
    }

    @Test
    void the_same_other_address_is_told_once_and_a_third_one_again() {
        post(to("1 High Street", 1));
        world.record(to("2 High Street", 2));
        assertThat(world.record(to("2 High Street", 3))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.record(to("3 High Street", 4))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
        assertThat(world.record(to("1 High Street", 5))).as("as it was posted").isEqualTo(Recorded.UNCHANGED);
        assertThat(world.record(to("3 High Street", 6))).as("and off again").isEqualTo(Recorded.CHANGED_AFTER_POSTING);
    }

    @Test
    void what_was_not_marked_when_it_was_posted_is_no_change() {
        post(Plans.post("1"));
        assertThat(world.record(to("2 High Street", 2))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.findings()).isEmpty();
    }

    @Test
    void an_address_that_changes_before_the_document_is_sent_is_the_one_to_compare_with() {
        post(to("1 High Street", 1), to("2 High Street", 2));
        assertThat(world.record(to("2 High Street", 3))).isEqualTo(Recorded.UNCHANGED);
        assertThat(world.record(to("1 High Street", 4))).isEqualTo(Recorded.CHANGED_AFTER_POSTING);
    }

    @Test
    void content_and_address_that_both_change_are_one_finding_that_names_both() {
        post(to("1 High Street", 1));
        world.record(Plans.post("1", 2, "other").printing(new Printed(Map.of("delivery address", "2 High Street"))));
        assertThat(world.findings())
                .singleElement()
                .extracting(finding -> finding.reason().what())
                .asString()
                .startsWith("It has other content in Centra than when it was posted")
                .endsWith("; the delivery address changed as well");
    }
}
