package centrasage.settlements.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.settle.PersonsWord.Answer;
import centrasage.settlements.settle.SettleBeans;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How lines stand, without counting them. */
class LineTalliesTest {
    private final SettlementWorld world = new SettlementWorld();

    private SettlementBatch batch(String number) {
        return world.receive(MadeBatch.of(number)
                .payment("PSP1", "CAP1", "1", "10.00", "0.20")
                .payment("PSP2", "CAP2", "2", "4.00")
                .paidOut());
    }

    private Map<Long, List<SettlementLines.Group>> kept(SettlementBatch batch) {
        return world.tallies.kept(List.of(batch.id()));
    }

    private void settled(SettlementBatch batch, long place) {
        world.lines.mark(
                batch.id(),
                List.of(new SettlementLines.Marking(
                        place, LineState.SETTLED, "ORDER_WITHIN_TOLERANCE", place, new BigDecimal("0.02"))));
    }

    @Test
    void what_is_kept_is_what_is_counted_and_goes_when_a_line_changes() {
        SettlementBatch batch = batch("380");
        SettlementBatch other = batch("381");
        assertThat(kept(batch)).isEmpty();
        world.tallies.uncounted(0).forEach(world.tallies::count);
        assertThat(kept(batch).get(batch.id()))
                .isEqualTo(world.lines.groups(batch.id()))
                .hasSize(2);
        settled(batch, 1);
        assertThat(kept(batch)).as("of before").isEmpty();
        assertThat(kept(other)).as("of another batch").isNotEmpty();
        assertThat(world.tallies.of(batch.id()))
                .as("counted while it is not kept")
                .contains(new SettlementLines.Group(
                        LineState.SETTLED,
                        "ORDER_WITHIN_TOLERANCE",
                        Money.of("10.00", "GBP"),
                        new BigDecimal("0.02"),
                        1,
                        2));
        world.tallies.uncounted(0).forEach(world.tallies::count);
        assertThat(world.tallies.of(batch.id())).isEqualTo(kept(batch).get(batch.id()));
    }

    @Test
    void a_run_counts_what_it_has_changed_and_a_person_what_that_person_has() {
        SettlementBatch batch = batch("380");
        SettleBeans.settle(world);
        assertThat(kept(batch).get(batch.id())).isEqualTo(world.lines.groups(batch.id()));
        assertThat(SettleBeans.word(world).explained(batch.id(), 1, "paid by cheque", "ann"))
                .isEqualTo(Answer.DONE);
        assertThat(kept(batch).get(batch.id()))
                .isEqualTo(world.lines.groups(batch.id()))
                .extracting(SettlementLines.Group::state)
                .contains(LineState.EXPLAINED);
        assertThat(SettleBeans.word(world).takenBack(batch.id(), 1, "no, it was not", "ann"))
                .isEqualTo(Answer.DONE);
        assertThat(kept(batch).get(batch.id()))
                .isEqualTo(world.lines.groups(batch.id()))
                .extracting(SettlementLines.Group::state)
                .doesNotContain(LineState.EXPLAINED);
    }

    @Test
    void a_payout_that_is_seen_on_a_statement_changes_nothing_that_is_counted() {
        SettlementBatch batch = batch("380");
        world.tallies.uncounted(0).forEach(world.tallies::count);
        world.lines.mark(
                batch.id(), List.of(new SettlementLines.Marking(3, LineState.PAYOUT, "ARRIVED", 3, BigDecimal.ZERO)));
        assertThat(kept(batch)).isNotEmpty();
    }
}
