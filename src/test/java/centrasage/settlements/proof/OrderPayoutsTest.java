package centrasage.settlements.proof;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.SettlementBatch;
import centrasage.sync.ledger.ClearingEntry.Origin;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way from an order to the payouts that its money is in. */
class OrderPayoutsTest {
    private final SettlementWorld world = new SettlementWorld();
    private final OrderPayouts payouts =
            world.store.transactions().bean(OrderPayouts.class, world.entries, world.batches, world.store.postings());

    private SettlementBatch settle(MadeBatch made) {
        SettlementBatch batch = world.receive(made);
        SettleBeans.settle(world);
        return batch;
    }

    /** {@code RECEIPT GBP 50.00 OPEN}. */
    private List<String> fates(String order) {
        return payouts.of(order).stream()
                .map(each -> each.entry().origin() + " " + each.entry().value() + " " + each.fate())
                .toList();
    }

    @Test
    void what_no_payout_has_is_open_and_what_a_person_has_entered_is_explained() {
        world.receipt("10234", "PSP1", "50.00");
        world.refund("10234", "PSP1", "20.00");
        world.entry(Origin.OPENING_RECEIPT, "KLAEUR", "10234", "PSP2", Money.of("7.00", "EUR"), MadeBatch.DAY);
        world.receipt("10235", "PSP3", "30.00");
        SettleBeans.word(world)
                .enteredByHand(world.entries.openOf("10234").get(1).id(), "paid by cheque", "ann");
        assertThat(fates("10234"))
                .containsExactly(
                        "RECEIPT GBP 50.00 OPEN", "REFUND GBP 20.00 EXPLAINED", "OPENING_RECEIPT EUR 7.00 OPEN");
        assertThat(payouts.of("10234")).extracting(OrderPayouts.Payout::line).containsOnlyNulls();
        assertThat(payouts.of("10999")).isEmpty();
    }

    @Test
    void what_is_settled_leads_to_the_line_and_the_day_of_the_payout() {
        world.receipt("10234", "PSP1", "50.00");
        SettlementBatch batch = settle(MadeBatch.of("380")
                .payment("PSP9", "CAP9", "10999", "7.00")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .on(LocalDate.of(2026, 11, 22))
                .paidOut());
        assertThat(fates("10234")).containsExactly("RECEIPT GBP 50.00 SETTLED");
        assertThat(payouts.of("10234").get(0).line()).satisfies(line -> {
            assertThat(line).isNotNull();
            assertThat(line.paidOut()).as("it is not in the bank yet").isNull();
        });
        world.post();
        assertThat(payouts.of("10234").get(0).line()).satisfies(line -> {
            assertThat(line).isNotNull();
            assertThat(line.batch().id()).isEqualTo(batch.id());
            assertThat(line.place()).isEqualTo(2);
            assertThat(line.paidOut()).isEqualTo("2026-11-22");
        });
    }

    @Test
    void of_a_batch_that_is_carried_no_day_of_a_payout_is_known() {
        world.refund("10234", "PSP1", "20.00");
        settle(MadeBatch.of("380").payment("PSP1", "REF1", "10234", "-20.00").carried());
        assertThat(fates("10234")).containsExactly("REFUND GBP 20.00 SETTLED");
        assertThat(payouts.of("10234").get(0).line()).satisfies(line -> {
            assertThat(line).isNotNull();
            assertThat(line.paidOut()).isNull();
        });
    }
}
