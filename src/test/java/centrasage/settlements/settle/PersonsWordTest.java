package centrasage.settlements.settle;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingState;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.settle.PersonsWord.Answer;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.ledger.ClearingEntry.Origin;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lines of which a person says what they are. */
class PersonsWordTest {
    private final SettlementWorld world = new SettlementWorld();

    private PersonsWord word() {
        return SettleBeans.word(world);
    }

    private Mappings mappings() {
        try {
            return world.versions.current().mappings();
        } catch (MappingFaults e) {
            throw new IllegalStateException(e);
        }
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
        assertThat(word().settles(batch.id(), 1, Set.of(entry), mappings(), "ann"))
                .isEqualTo(Answer.DONE);
        assertThat(line(batch, 1).state()).isEqualTo(LineState.SETTLED);
        assertThat(line(batch, 1).how()).isEqualTo("PERSON");
        assertThat(world.open()).isZero();
        assertThat(world.store.audit().of(batch.key().name()))
                .extracting(trail -> trail.actor() + " " + trail.action())
                .contains("ann LINE_SETTLED");
        assertThat(word().settles(batch.id(), 1, Set.of(entry), mappings(), "ann"))
                .isEqualTo(Answer.NOT_WAITING);
    }

    @Test
    void what_does_not_fit_is_refused_and_nothing_is_settled() {
        world.with("settlements.tolerance", "0.05");
        long refund = entry(Origin.REFUND, "50.00", "GBP");
        long euros = entry(Origin.RECEIPT, "50.00", "EUR");
        long other = entry(Origin.RECEIPT, "49.94", "GBP");
        SettlementBatch batch = batch();
        assertThat(word().settles(batch.id(), 1, Set.of(refund), mappings(), "ann"))
                .isEqualTo(Answer.OTHER_KIND);
        assertThat(word().settles(batch.id(), 1, Set.of(euros), mappings(), "ann"))
                .isEqualTo(Answer.OTHER_KIND);
        assertThat(word().settles(batch.id(), 1, Set.of(other), mappings(), "ann"))
                .isEqualTo(Answer.OTHER_AMOUNT);
        assertThat(word().settles(batch.id(), 1, Set.of(999_999L), mappings(), "ann"))
                .isEqualTo(Answer.NO_SUCH_ENTRY);
        assertThat(word().settles(batch.id(), 2, Set.of(other), mappings(), "ann"))
                .as("a correction")
                .isEqualTo(Answer.NOT_WAITING);
        assertThat(word().settles(batch.id(), 9, Set.of(other), mappings(), "ann"))
                .isEqualTo(Answer.NO_SUCH_LINE);
        assertThat(word().settles(batch.id() + 1, 1, Set.of(other), mappings(), "ann"))
                .isEqualTo(Answer.NO_SUCH_LINE);
        assertThat(line(batch, 1).state()).isEqualTo(LineState.OPEN);
        assertThat(world.open()).isEqualTo(3);
    }

    /** Both banks would differ, the one by as much as the other, and prove by that only together. */
    @Test
    void what_is_open_in_another_clearing_bank_is_none_of_the_lines() {
        world.entry(Origin.RECEIPT, "KLAGBP", "10234", "PSP1", Money.of("50.00", "GBP"), MadeBatch.DAY);
        long entry = world.entries.openOf("10234").get(0).id();
        SettlementBatch batch = batch();
        assertThat(word().settles(batch.id(), 1, Set.of(entry), mappings(), "ann"))
                .isEqualTo(Answer.OTHER_BANK);
        assertThat(world.entries.openOf("10234")).hasSize(1);
    }

    @Test
    void what_is_tolerated_goes_to_rounding_with_the_next_run() {
        world.with("settlements.tolerance", "0.05");
        long entry = entry(Origin.RECEIPT, "49.95", "GBP");
        SettlementBatch batch = batch();
        assertThat(word().settles(batch.id(), 1, Set.of(entry), mappings(), "ann"))
                .isEqualTo(Answer.DONE);
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

    @Test
    void a_line_may_settle_several_entries_together() {
        long first = entry(Origin.RECEIPT, "30.00", "GBP");
        long second = entry(Origin.RECEIPT, "20.00", "GBP");
        long other = entry(Origin.RECEIPT, "19.00", "GBP");
        SettlementBatch batch = batch();
        assertThat(word().settles(batch.id(), 1, Set.of(first, other), mappings(), "ann"))
                .isEqualTo(Answer.OTHER_AMOUNT);
        assertThat(word().settles(batch.id(), 1, Set.of(first, 999_999L), mappings(), "ann"))
                .isEqualTo(Answer.NO_SUCH_ENTRY);
        assertThat(world.open()).isEqualTo(3);
        assertThat(word().settles(batch.id(), 1, Set.of(first, second), mappings(), "ann"))
                .isEqualTo(Answer.DONE);
        assertThat(world.entries.settledBy(batch.id(), List.of(1L))).hasSize(2);
        assertThat(world.open()).isOne();
    }

    @Test
    void what_a_line_settled_by_mistake_is_open_again_with_it() {
        long entry = entry(Origin.RECEIPT, "50.00", "GBP");
        SettlementBatch batch = batch();
        assertThat(word().takenBack(batch.id(), 1, "nobody spoke", "bob")).isEqualTo(Answer.NOT_SAID);
        word().settles(batch.id(), 1, Set.of(entry), mappings(), "ann");
        assertThat(word().takenBack(batch.id(), 1, "of another order", "bob")).isEqualTo(Answer.DONE);
        assertThat(line(batch, 1).state()).isEqualTo(LineState.OPEN);
        assertThat(line(batch, 1).how()).isEmpty();
        assertThat(world.open()).isOne();
        assertThat(word().takenBack(batch.id(), 1, "again", "bob")).isEqualTo(Answer.NOT_SAID);
        assertThat(word().takenBack(batch.id(), 9, "none", "bob")).isEqualTo(Answer.NO_SUCH_LINE);
        assertThat(world.store.audit().of(batch.key().name()))
                .extracting(trail -> trail.actor() + " " + trail.action())
                .contains("bob LINE_TAKEN_BACK");
    }

    @Test
    void a_batch_that_was_finished_is_looked_at_again_when_something_of_it_is_taken_back() {
        SettlementBatch batch = batch();
        word().explained(batch.id(), 1, "of the other shop", "ann");
        word().explained(batch.id(), 2, "an old invoice", "ann");
        world.put(batch.id(), BatchState.SETTLED);
        assertThat(word().takenBack(batch.id(), 2, "it was another invoice", "ann"))
                .isEqualTo(Answer.DONE);
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PLANNED);
        assertThat(line(batch, 2).state()).as("a correction").isEqualTo(LineState.PERSON);
    }

    @Test
    void a_difference_that_is_posted_as_rounding_or_about_to_be_cannot_be_taken_back() {
        world.with("settlements.tolerance", "0.05");
        long entry = entry(Origin.RECEIPT, "49.95", "GBP");
        SettlementBatch batch = batch();
        word().settles(batch.id(), 1, Set.of(entry), mappings(), "ann");
        SettleBeans.settle(world);
        assertThat(world.posting(MadeBatch.of("380"), "rounding-1").state()).isEqualTo(PostingState.PLANNED);
        assertThat(word().takenBack(batch.id(), 1, "too late", "ann")).isEqualTo(Answer.POSTED);
        world.post();
        assertThat(word().takenBack(batch.id(), 1, "too late", "ann")).isEqualTo(Answer.POSTED);
        assertThat(line(batch, 1).state()).isEqualTo(LineState.SETTLED);
    }

    @ParameterizedTest
    @EnumSource(
            value = BatchState.class,
            names = {"STOPPED", "SUPERSEDED", "DIFFERS"})
    void of_a_version_that_is_not_posted_no_line_waits(BatchState state) {
        SettlementBatch batch = batch();
        long entry = entry(Origin.RECEIPT, "50.00", "GBP");
        world.put(batch.id(), state);
        assertThat(word().settles(batch.id(), 1, Set.of(entry), mappings(), "ann"))
                .isEqualTo(Answer.NOT_WAITING);
        assertThat(word().explained(batch.id(), 2, "an old invoice", "ann")).isEqualTo(Answer.NOT_WAITING);
        assertThat(word().suspended(batch.id(), 2, "nobody knows", "ann")).isEqualTo(Answer.NOT_WAITING);
        assertThat(line(batch, 2).state()).isEqualTo(LineState.PERSON);
        world.put(batch.id(), BatchState.PLANNED);
        assertThat(word().explained(batch.id(), 2, "an old invoice", "ann")).isEqualTo(Answer.DONE);
    }

    @Test
    void an_entry_that_was_explained_by_mistake_is_open_again() {
        long entry = entry(Origin.RECEIPT, "50.00", "GBP");
        assertThat(word().isOpenAgain(entry, "nobody spoke", "bob")).isEmpty();
        word().enteredByHand(entry, "paid by cheque", "ann");
        assertThat(world.open()).isZero();
        assertThat(word().isOpenAgain(entry, "it was not", "bob")).isPresent();
        assertThat(world.open()).isOne();
        assertThat(world.store.audit().of("33/ADYGBP"))
                .extracting(trail -> trail.actor() + " " + trail.action())
                .containsExactly("ann ENTRY_EXPLAINED", "bob ENTRY_TAKEN_BACK");
    }

    @Test
    void what_nobody_knows_is_posted_to_suspense_once_a_person_says_so() {
        world.unmap("nominals.csv", "33,suspense");
        world.map("nominals.csv", "33,suspense,*,*,9999,,,90");
        SettlementBatch batch = batch();
        SettleBeans.settle(world);
        assertThat(world.postings(MadeBatch.of("380")))
                .as("never by itself")
                .noneMatch(posting -> posting.key().sourceKey().contains("suspense"));
        assertThat(word().suspended(batch.id(), 1, "the provider does not answer", "ann"))
                .isEqualTo(Answer.DONE);
        assertThat(word().suspended(batch.id(), 2, "nor of this", "ann")).isEqualTo(Answer.DONE);
        SettleBeans.settle(world);
        assertThat(suspense(1)).isEqualTo("RECEIPT GBP 50.00 9999 90");
        assertThat(suspense(2)).isEqualTo("PAYMENT GBP 7.00 9999 90");
        world.post();
        assertThat(word().takenBack(batch.id(), 1, "too late", "ann")).isEqualTo(Answer.POSTED);
    }

    @Test
    void suspense_without_an_account_is_held_and_can_be_taken_back() {
        world.unmap("nominals.csv", "33,suspense");
        SettlementBatch batch = batch();
        word().suspended(batch.id(), 1, "the provider does not answer", "ann");
        SettleBeans.settle(world);
        assertThat(world.posting(MadeBatch.of("380"), "suspense-1").state()).isEqualTo(PostingState.HELD);
        assertThat(word().takenBack(batch.id(), 1, "found", "ann")).isEqualTo(Answer.DONE);
        SettleBeans.settle(world);
        assertThat(world.posting(MadeBatch.of("380"), "suspense-1").state()).isEqualTo(PostingState.SKIPPED);
    }

    /** {@code RECEIPT GBP 50.00 9999 90}. */
    private String suspense(long place) {
        return world.store
                .postedDocuments()
                .command(world.posting(MadeBatch.of("380"), "suspense-" + place).id())
                .map(command -> BankEntryJson.read(command.document()))
                .map(entry -> entry.way() + " " + entry.value() + " " + entry.nominal() + " " + entry.taxCode())
                .orElseThrow();
    }

    /** Both were open when the person looked, and a run took one of them in that moment. */
    @Test
    void where_another_takes_one_of_several_entries_in_that_moment_the_others_stay_open() {
        long first = entry(Origin.RECEIPT, "30.00", "GBP");
        long second = entry(Origin.RECEIPT, "20.00", "GBP");
        SettlementBatch batch = batch();
        PersonsWord late = world.store
                .transactions()
                .bean(
                        PersonsWord.class,
                        world.batches,
                        world.lines,
                        world.tallies,
                        new TakenMeanwhile(world.store.entities(), second),
                        world.store.postings(),
                        world.settings(),
                        world.store.audit());
        assertThat(late.settles(batch.id(), 1, Set.of(first, second), mappings(), "ann"))
                .isEqualTo(Answer.NO_SUCH_ENTRY);
        assertThat(line(batch, 1).state()).isEqualTo(LineState.OPEN);
        assertThat(world.entries.settledBy(batch.id(), List.of(1L))).isEmpty();
        assertThat(world.entries.stillOpen(first)).isPresent();
        assertThat(world.entries.stillOpen(second)).isEmpty();
    }

    /** Takes an entry for another batch between the look and the deed. */
    private static final class TakenMeanwhile extends ClearingEntries {
        private static final long OTHER = 999_999;

        private final long entry;

        TakenMeanwhile(EntityManager entities, long entry) {
            super(entities);
            this.entry = entry;
        }

        @Override
        public boolean settle(long batch, List<Settling> settled) {
            if (!super.settle(OTHER, List.of(new Settling(entry, 1)))) {
                throw new AssertionError("it was not open");
            }
            return super.settle(batch, settled);
        }
    }
}
