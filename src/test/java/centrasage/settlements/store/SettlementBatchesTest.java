package centrasage.settlements.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Batches in the store, version by version. */
class SettlementBatchesTest {
    private final SettlementWorld world = new SettlementWorld();

    private static MadeBatch made() {
        return MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .foreign("PSP2", Money.of("100.00", "SEK"), "0.0741")
                .paidOut();
    }

    private void placed(SettlementBatch batch, String bank, BatchState state) {
        world.store.transactions().inNew(() -> {
            world.batches.belongsTo(batch.id(), "33", bank);
            return true;
        });
        world.put(batch.id(), state);
    }

    private List<String> carried() {
        return world.batches.carried().stream()
                .map(each -> each.company() + " " + each.bank() + " " + each.amount() + " " + each.day())
                .toList();
    }

    @Test
    void a_batch_comes_out_as_it_was_received() {
        SettlementBatch batch = world.receive(made());
        assertThat(batch.key()).isEqualTo(made().key());
        assertThat(batch.version()).isOne();
        assertThat(batch.state()).isEqualTo(BatchState.PROVEN);
        assertThat(batch.lines()).isEqualTo(3);
        assertThat(batch.first()).isEqualTo(MadeBatch.DAY);
        assertThat(batch.last()).isEqualTo(MadeBatch.DAY);
        assertThat(batch.opening()).isNull();
        assertThat(batch.closing()).isNull();
        assertThat(batch.company()).isEmpty();
        assertThat(batch.clearingBank()).isEmpty();
        assertThat(batch.sums())
                .isEqualTo(new BatchSums(
                        Map.of(
                                LineKind.SALE, Money.of("57.41", "GBP"),
                                LineKind.PAYOUT, Money.of("-56.41", "GBP")),
                        Map.of(FeeKind.COMMISSION, Money.of("1.00", "GBP")),
                        Map.of("SEK", new BatchSums.Exchanged(Money.of("100.00", "SEK"), Money.of("7.41", "GBP")))));
    }

    @Test
    void what_is_wrong_and_what_it_began_and_ended_with_are_kept() {
        Fault fault = new Fault(7, "Net", "1,250.00", "has a thousands separator", "Download it again");
        Batch batch = new Batch(
                made().key(),
                3,
                Map.of(LineKind.SALE, Money.of("50.00", "GBP")),
                null,
                null,
                Money.of("100.00", "GBP"),
                Money.of("-0.50", "GBP"),
                List.of(fault),
                41,
                List.of(Fault.ofBatch("nothing proves it", "Switch the totals on")));
        long id = world.batches.begin(batch.key());
        world.batches.received(id, 5, batch, made().sums(), "hash", BatchState.STOPPED);
        SettlementBatch stored = world.batch(id);
        assertThat(stored.file()).isEqualTo(5);
        assertThat(stored.state()).isEqualTo(BatchState.STOPPED);
        assertThat(stored.contentHash()).isEqualTo("hash");
        assertThat(stored.first()).isNull();
        assertThat(stored.opening()).isEqualTo(Money.of("100.00", "GBP"));
        assertThat(stored.closing()).isEqualTo(Money.of("-0.50", "GBP"));
        assertThat(stored.faults()).containsExactly(fault.toString());
        assertThat(stored.faultsInAll()).isEqualTo(41);
        assertThat(stored.warnings()).containsExactly("nothing proves it. Switch the totals on");
    }

    @Test
    void versions_count_up_in_each_batch_and_the_latest_is_first() {
        long first = world.receive(made()).id();
        long second = world.receive(made()).id();
        long other = world.receive(new MadeBatch("HarbourOnline", "380", "EUR")).id();
        assertThat(world.batches.versions(made().key()))
                .extracting(SettlementBatch::id)
                .containsExactly(second, first);
        assertThat(world.batch(second).version()).isEqualTo(2);
        assertThat(world.batch(other).version()).as("in another currency").isOne();
    }

    @Test
    void what_is_being_received_is_no_version_yet_and_is_in_no_list() {
        long id = world.batches.begin(made().key());
        assertThat(world.batch(id).state()).isEqualTo(BatchState.RECEIVING);
        assertThat(world.batches.versions(made().key())).isEmpty();
        assertThat(world.batches.latest(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void what_is_not_whole_is_forgotten_with_its_lines_and_what_is_whole_is_not() {
        SettlementBatch whole = world.receive(made());
        long half = world.batches.begin(MadeBatch.of("381").key());
        world.lines.add(half, 0, MadeBatch.of("381").paidOut().lines());
        world.batches.forgetWhatIsNotWhole();
        assertThat(world.batches.batch(half)).isEmpty();
        assertThat(world.batch(whole.id())).isEqualTo(whole);
        assertThat(world.store.database().column("SELECT DISTINCT batch_id FROM settlement_line"))
                .containsExactly(Long.toString(whole.id()));
    }

    @Test
    void a_state_says_since_when() {
        SettlementBatch batch = world.receive(made());
        world.store.advance(Duration.ofHours(3));
        world.batches.become(batch.id(), BatchState.PLANNED);
        assertThat(world.batch(batch.id()).state()).isEqualTo(BatchState.PLANNED);
        assertThat(Duration.between(batch.since(), world.batch(batch.id()).since()))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void lists_are_of_some_states_page_by_page() {
        List<Long> ids = List.of(
                world.receive(MadeBatch.of("1").paidOut()).id(),
                world.receive(MadeBatch.of("2").paidOut()).id(),
                world.receive(MadeBatch.of("3").paidOut()).id());
        world.put(ids.get(1), BatchState.SETTLED);
        Set<BatchState> proven = EnumSet.of(BatchState.PROVEN);
        assertThat(world.batches.in(proven, 0, 10))
                .extracting(SettlementBatch::id)
                .containsExactly(ids.get(0), ids.get(2));
        assertThat(world.batches.in(EnumSet.allOf(BatchState.class), ids.get(0), 1))
                .extracting(SettlementBatch::id)
                .containsExactly(ids.get(1));
        assertThat(world.batches.latest(ids.get(2), 1))
                .extracting(SettlementBatch::id)
                .containsExactly(ids.get(1));
    }

    @Test
    void the_batches_of_one_number_are_those_of_all_currencies_that_are_good() {
        SettlementBatch pounds = world.receive(new MadeBatch("HarbourOnline", "380", "GBP").paidOut());
        SettlementBatch euros = world.receive(new MadeBatch("HarbourOnline", "380", "EUR").paidOut());
        SettlementBatch crowns = world.receive(new MadeBatch("HarbourOnline", "380", "SEK").paidOut());
        world.receive(new MadeBatch("HarbourOnline", "381", "SEK").paidOut());
        world.receive(new MadeBatch("BrandGB", "380", "SEK").paidOut());
        world.put(euros.id(), BatchState.SUPERSEDED);
        world.put(crowns.id(), BatchState.SETTLED);
        assertThat(world.batches.inEachCurrency(pounds.key()))
                .extracting(SettlementBatch::id)
                .containsExactlyInAnyOrder(pounds.id(), crowns.id());
    }

    @Test
    void what_is_carried_counts_once_it_is_planned_and_cancels_with_the_next_batch() {
        SettlementBatch poor =
                world.receive(MadeBatch.of("380").other(LineKind.FEE, "-5.00").carried());
        SettlementBatch next = world.receive(MadeBatch.of("381")
                .other(LineKind.BALANCE_CARRY, "-5.00")
                .payment("PSP1", "CAP1", "1", "20.00")
                .paidOut());
        assertThat(carried()).isEmpty();
        placed(poor, "ADYGBP", BatchState.PLANNED);
        assertThat(carried()).containsExactly("33 ADYGBP GBP -5.00 " + MadeBatch.DAY);
        placed(next, "ADYGBP", BatchState.SETTLED);
        assertThat(carried()).containsExactly("33 ADYGBP GBP 0.00 " + MadeBatch.DAY);
    }

    /** As PayPal's are: it has no line that says so. */
    @Test
    void what_stays_in_a_wallet_is_carried() {
        SettlementBatch wallet = world.receive(MadeBatch.of("380").payment("PSP1", "CAP1", "1", "20.00"));
        placed(wallet, "PPLGBP", BatchState.PLANNED);
        assertThat(carried()).containsExactly("33 PPLGBP GBP 20.00 " + MadeBatch.DAY);
        placed(wallet, "", BatchState.PLANNED);
        assertThat(carried()).as("nobody knows in which bank").isEmpty();
    }

    @Test
    void a_batch_that_is_not_there_cannot_be_changed() {
        assertThatThrownBy(() -> world.batches.become(999, BatchState.PLANNED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("999");
        assertThat(world.batches.batch(999)).isEmpty();
    }
}
