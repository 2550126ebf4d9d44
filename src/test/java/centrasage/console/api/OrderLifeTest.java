package centrasage.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.api.json.Amount;
import centrasage.console.api.json.OrderPayoutJson;
import centrasage.desk.DeskBeans;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.proof.OrderPayouts;
import centrasage.settlements.settle.SettleBeans;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.posting.Plans;
import centrasage.sync.store.Blockages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of an order as callers get it. */
class OrderLifeTest {
    private final SettlementWorld world = new SettlementWorld();
    private final OrderLife life = new OrderLife(
            world.store.staging(),
            world.store.postings(),
            world.store.transactions().bean(Blockages.class, world.store.entities()),
            DeskBeans.desk(world.store),
            world.store.audit(),
            world.store.transactions().bean(OpenItems.class, world.store.entities()),
            world.store.transactions().bean(OrderPayouts.class, world.entries, world.batches, world.store.postings()));

    private List<OrderPayoutJson> payouts() {
        return life.of("10234", false).orElseThrow().payouts();
    }

    @Test
    void an_order_leads_to_the_payouts_that_its_money_is_in() {
        world.store.record(Plans.post("10234"));
        assertThat(payouts()).isEmpty();
        world.receipt("10234", "PSP1", "50.00");
        world.refund("10234", "PSP1", "20.00");
        long settlement = world.receive(MadeBatch.of("380")
                        .payment("PSP1", "CAP1", "10234", "50.00")
                        .paidOut())
                .id();
        SettleBeans.settle(world);
        world.post();
        List<Long> ids = world.entries.ofOrder("10234").stream()
                .map(known -> known.entry())
                .map(ClearingEntry::id)
                .toList();
        OrderPayoutJson receipt = new OrderPayoutJson(
                ids.get(0),
                "33",
                "ADYGBP",
                "RECEIPT",
                "URN1",
                MadeBatch.DAY,
                new Amount("50.00", "GBP"),
                "SETTLED",
                settlement,
                "adyen HarbourOnline batch 380 GBP",
                1L,
                MadeBatch.DAY);
        OrderPayoutJson refund = new OrderPayoutJson(
                ids.get(1),
                "33",
                "ADYGBP",
                "REFUND",
                "URN2",
                MadeBatch.DAY,
                new Amount("20.00", "GBP"),
                "OPEN",
                null,
                null,
                null,
                null);
        assertThat(payouts()).containsExactly(receipt, refund);
    }

    @Test
    void of_an_order_that_was_never_seen_there_is_no_life() {
        world.receipt("10234", "PSP1", "50.00");
        assertThat(life.of("10234", false)).isEmpty();
    }
}
