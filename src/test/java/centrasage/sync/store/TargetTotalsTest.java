package centrasage.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.Document;
import centrasage.flow.Outcome;
import centrasage.money.Money;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The other side's own total of what was posted. */
class TargetTotalsTest {
    private static final Money ANSWERED = Plans.AMOUNT.minus(Money.of("0.01", "GBP"));

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);

    private Posting postedWith(Money total) {
        world.record(Plans.post("1"));
        for (Claimed claimed : world.store().claim(Purpose.POST, "a", StoreContract.LEASE, 20)) {
            world.store().intend(claimed, StoreContract.LEASE, "nothing found");
            Document document =
                    new Document("71", "00001", total, null, world.time().now());
            world.store().conclude(claimed, new Outcome.Posted(document), Duration.ZERO);
            world.store().release(claimed);
        }
        return posting();
    }

    private Posting posting() {
        return world.posting(Plans.key("1")).orElseThrow();
    }

    @Test
    void it_is_kept_as_it_was_answered() {
        Posting posting = postedWith(ANSWERED);
        assertThat(posting.targetTotal()).isEqualTo(ANSWERED);
        assertThat(posting.amount()).isEqualTo(Plans.AMOUNT);
    }

    @Test
    void it_is_the_planned_one_once_it_was_read_back_so() {
        world.targetTotals().isAsPlanned(postedWith(ANSWERED).id());
        assertThat(posting().targetTotal()).isEqualTo(Plans.AMOUNT);
    }

    @Test
    void one_in_another_currency_says_nothing() {
        assertThat(postedWith(Money.of("12", "EUR")).targetTotal()).isNull();
    }

    @Test
    void before_it_is_posted_there_is_none() {
        world.record(Plans.post("1"));
        assertThat(posting().targetTotal()).isNull();
    }
}
