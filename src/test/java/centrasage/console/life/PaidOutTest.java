package centrasage.console.life;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.words.Moments;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.proof.OrderPayouts;
import centrasage.settlements.settle.SettleBeans;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaidOutTest {
    private final SettlementWorld world = new SettlementWorld();

    private List<PaidOut> payouts() {
        OrderPayouts payouts = world.store
                .transactions()
                .bean(OrderPayouts.class, world.entries, world.batches, world.store.postings());
        Moments moments = new Moments(world.clock(), ZoneOffset.UTC);
        return payouts.of("10234").stream()
                .map(payout -> PaidOut.of(payout, moments))
                .toList();
    }

    private void moneyOfAnOrder() {
        world.receipt("10234", "PSP1", "50.00");
        world.refund("10234", "PSP1", "20.00");
    }

    private void settle(MadeBatch made) {
        world.receive(made);
        SettleBeans.settle(world);
    }

    @Test
    void what_no_payout_has_stands_in_its_clearing_bank() {
        moneyOfAnOrder();
        assertThat(payouts())
                .containsExactly(
                        new PaidOut(
                                "33",
                                "Receipt",
                                "URN1",
                                Money.of("50.00", "GBP"),
                                "In the clearing bank ADYGBP since 20 Nov 2026: not paid out yet",
                                "ADYGBP",
                                0),
                        new PaidOut(
                                "33",
                                "Refund",
                                "URN2",
                                Money.of("20.00", "GBP"),
                                "In the clearing bank ADYGBP since 20 Nov 2026: not taken off a payout yet",
                                "ADYGBP",
                                0));
    }

    @Test
    void what_a_payout_has_says_which_and_when() {
        moneyOfAnOrder();
        settle(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP1", "REF1", "10234", "-20.00")
                .on(LocalDate.of(2026, 11, 22))
                .paidOut());
        world.post();
        assertThat(payouts())
                .extracting(PaidOut::words)
                .containsExactly(
                        "Paid out on 22 Nov 2026: adyen HarbourOnline batch 380 GBP, place 1",
                        "Taken off the payout of 22 Nov 2026: adyen HarbourOnline batch 380 GBP, place 2");
        assertThat(payouts()).extracting(PaidOut::batch).allMatch(batch -> batch > 0);
    }

    @Test
    void what_is_carried_is_not_paid_out_yet() {
        moneyOfAnOrder();
        settle(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP1", "REF1", "10234", "-20.00")
                .carried());
        assertThat(payouts())
                .extracting(PaidOut::words)
                .containsExactly(
                        "Settled, not paid out yet: adyen HarbourOnline batch 380 GBP, place 1",
                        "Taken off: adyen HarbourOnline batch 380 GBP, place 2");
    }

    @Test
    void what_a_person_has_entered_is_said_so() {
        world.receipt("10234", "PSP1", "50.00");
        SettleBeans.word(world)
                .enteredByHand(world.entries.openOf("10234").get(0).id(), "paid by cheque", "ann");
        assertThat(payouts())
                .extracting(PaidOut::words)
                .containsExactly("A person has entered in Sage 200 what became of it");
    }
}
