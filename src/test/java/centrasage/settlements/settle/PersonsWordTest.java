package centrasage.settlements.settle;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.settle.PersonsWord.Answer;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.ledger.ClearingEntry.Origin;
import org.junit.jupiter.api.Test;

/** Lines of which a person says what they are. */
class PersonsWordTest {
    private final SettlementWorld world = new SettlementWorld();

    private PersonsWord word() {
        return world.store
                .transactions()
                .bean(
                        PersonsWord.class,
                        world.batches,
                        world.lines,
                        world.entries,
                        world.settings(),
                        world.store.audit());
    }

    private SettlementBatch batch() {
        SettlementBatch batch = world.receive(MadeBatch.of("380")
                .payment("PSP9", "CAP9", "10999", "50.00")
                .other(LineKind.ADJUSTMENT, "-7.00")
                .paidOut());
        SettleBeans.settle(world);
        return batch;
    }

    private long entry(Origin origin, String value, String currency) {
        world.entry(origin, "ADYGBP", "10234", "PSP1", Money.of(value, currency), MadeBatch.DAY);
        return world.entries.openOf("10234").stream()
                .mapToLong(ClearingEntry::id)
                .max()
                .orElseThrow();
    }

    private SettlementLines.Stored line(SettlementBatch batch, long place) {
        return world.lines.line(batch, place).orElseThrow();
    }

    @Test
    void a_line_settles_what_a_person_says_and_the_trail_tells_who() {
        long entry = entry(Origin.RECEIPT, "50.00", "GBP");
        SettlementBatch batch = batch();
        assertThat(word().settles(batch.id(), 1, entry, "ann")).isEqualTo(Answer.DONE);
        assertThat(line(batch, 1).state()).isEqualTo(LineState.SETTLED);
        assertThat(line(batch, 1).how()).isEqualTo("PERSON");
        assertThat(world.open()).isZero();
        assertThat(world.store.audit().of(batch.key().name()))
                .extracting(trail -> trail.actor() + " " + trail.action())
                .contains("ann LINE_SETTLED");
        assertThat(word().settles(batch.id(), 1, entry, "ann")).isEqualTo(Answer.NOT_WAITING);
    }

    @Test
    void what_does_not_fit_is_refused_and_nothing_is_settled() {
        world.with("settlements.tolerance", "0.05");
        long refund = entry(Origin.REFUND, "50.00", "GBP");
        long euros = entry(Origin.RECEIPT, "50.00", "EUR");
        long other = entry(Origin.RECEIPT, "49.94", "GBP");
        SettlementBatch batch = batch();
        assertThat(word().settles(batch.id(), 1, refund, "ann")).isEqualTo(Answer.OTHER_KIND);
        assertThat(word().settles(batch.id(), 1, euros, "ann")).isEqualTo(Answer.OTHER_KIND);
        assertThat(word().settles(batch.id(), 1, other, "ann")).isEqualTo(Answer.OTHER_AMOUNT);
        assertThat(word().settles(batch.id(), 1, 999_999, "ann")).isEqualTo(Answer.NO_SUCH_ENTRY);
        assertThat(word().settles(batch.id(), 2, other, "ann"))
                .as("a correction")
                .isEqualTo(Answer.NOT_WAITING);
        assertThat(word().settles(batch.id(), 9, other, "ann")).isEqualTo(Answer.NO_SUCH_LINE);
        assertThat(word().settles(batch.id() + 1, 1, other, "ann")).isEqualTo(Answer.NO_SUCH_LINE);
        assertThat(line(batch, 1).state()).isEqualTo(LineState.OPEN);
        assertThat(world.open()).isEqualTo(3);
    }

    @Test
    void what_is_tolerated_goes_to_rounding_with_the_next_run() {
        world.with("settlements.tolerance", "0.05");
        long entry = entry(Origin.RECEIPT, "49.95", "GBP");
        SettlementBatch batch = batch();
        assertThat(word().settles(batch.id(), 1, entry, "ann")).isEqualTo(Answer.DONE);
        assertThat(line(batch, 1).variance()).isEqualByComparingTo("0.05");
        SettleBeans.settle(world);
        MadeBatch made = MadeBatch.of("380");
        assertThat(world.posting(made, "rounding-1").amount()).isEqualTo(Money.of("0.05", "GBP"));
    }

    @Test
    void what_was_entered_by_hand_is_open_no_more() {
        SettlementBatch batch = batch();
        world.post();
        assertThat(word().explained(batch.id(), 2, "an old invoice", "ann")).isEqualTo(Answer.DONE);
        assertThat(word().explained(batch.id(), 1, "of the other shop", "ann")).isEqualTo(Answer.DONE);
        assertThat(line(batch, 2).state()).isEqualTo(LineState.EXPLAINED);
        assertThat(word().explained(batch.id(), 2, "again", "ann")).isEqualTo(Answer.NOT_WAITING);
        assertThat(word().explained(batch.id(), 3, "the payout", "ann")).isEqualTo(Answer.NOT_WAITING);
        assertThat(word().explained(batch.id(), 9, "none", "ann")).isEqualTo(Answer.NO_SUCH_LINE);
        assertThat(world.store.audit().of(batch.key().name()))
                .filteredOn(trail -> trail.action().equals("LINE_EXPLAINED"))
                .hasSize(2);
    }
}
