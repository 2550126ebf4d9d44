package centrasage.settlements.statement;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.event.SettlementFinding;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payouts that are looked for on bank statements. */
class ArrivalsTest {
    private static final LocalDate DAY = MadeBatch.DAY;

    private final SettlementWorld world = new SettlementWorld();
    private final StatementLines statements =
            world.store.transactions().bean(StatementLines.class, world.store.entities());

    /** A batch of one sale that is paid out. */
    private SettlementBatch paid(String number, String amount) {
        SettlementBatch batch = world.receive(MadeBatch.of(number)
                .payment("PSP" + number, "CAP", "1" + number, amount)
                .paidOut());
        SettleBeans.settle(world);
        return batch;
    }

    private long came(LocalDate day, String amount, String text) {
        return statements.add(List.of(new StatementLine("GB33", day, Money.of(amount, "GBP"), text)));
    }

    private long find() {
        return world.store
                .transactions()
                .bean(Arrivals.class, world.batches, world.lines, statements, world.findings, world.over)
                .find(DAY.plusDays(20), Period.ofDays(5));
    }

    private String how(SettlementBatch batch) {
        return world.lines.page(batch, LineState.PAYOUT, 0, 10).stream()
                .map(SettlementLines.Stored::how)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_payout_arrived_with_the_only_line_of_its_amount_within_some_days() {
        SettlementBatch batch = paid("380", "50.00");
        came(DAY.plusDays(2), "50.00", "ADYEN");
        assertThat(find()).isOne();
        assertThat(how(batch)).isEqualTo(Arrivals.ARRIVED);
        assertThat(find()).as("once").isZero();
    }

    @Test
    void a_line_is_one_payout() {
        SettlementBatch first = paid("380", "50.00");
        SettlementBatch second = paid("381", "50.00");
        came(DAY.plusDays(2), "50.00", "ADYEN");
        assertThat(find()).isOne();
        assertThat(List.of(how(first), how(second))).containsExactlyInAnyOrder(Arrivals.ARRIVED, "");
    }

    @Test
    void of_several_lines_the_one_with_its_number_counts_and_without_one_none() {
        SettlementBatch batch = paid("2026380", "50.00");
        came(DAY.plusDays(1), "50.00", "somebody else");
        came(DAY.plusDays(2), "50.00", "one more");
        assertThat(find()).isZero();
        came(DAY.plusDays(2), "50.00", "ADYEN batch 2026380, HARBOUR");
        assertThat(find()).isOne();
        assertThat(how(batch)).isEqualTo(Arrivals.ARRIVED);
    }

    @Test
    void another_amount_or_another_side_or_a_day_too_late_is_another_line() {
        paid("380", "50.00");
        came(DAY.plusDays(2), "50.01", "ADYEN");
        came(DAY.plusDays(2), "-50.00", "ADYEN");
        came(DAY.plusDays(11), "50.00", "ADYEN");
        assertThat(find()).isZero();
    }

    @Test
    void what_no_statement_shows_in_time_is_told_and_is_over_once_it_arrives() {
        SettlementBatch batch = paid("380", "50.00");
        assertThat(find()).isZero();
        assertThat(world.found(SettlementFinding.Kind.PAYOUT_NOT_ARRIVED))
                .as("no statement was ever loaded")
                .isEmpty();
        came(DAY.plusDays(4), "1.00", "something");
        find();
        assertThat(world.found(SettlementFinding.Kind.PAYOUT_NOT_ARRIVED))
                .as("the statements end too early")
                .isEmpty();
        came(DAY.plusDays(5), "1.00", "something");
        find();
        assertThat(world.found(SettlementFinding.Kind.PAYOUT_NOT_ARRIVED))
                .singleElement()
                .satisfies(told -> assertThat(told.atRisk()).isEqualTo(Money.of("50.00", "GBP")));
        came(DAY.plusDays(6), "50.00", "ADYEN");
        assertThat(find()).isOne();
        assertThat(world.isOver(
                        SettlementFinding.Kind.PAYOUT_NOT_ARRIVED, batch.key().name()))
                .isTrue();
    }

    @Test
    void a_statement_that_overlaps_brings_each_line_once_and_two_equal_lines_of_one_are_two() {
        StatementLine line = new StatementLine("GB33", DAY, Money.of("1.00", "GBP"), "fee");
        assertThat(statements.add(List.of(line, line))).isEqualTo(2);
        assertThat(statements.add(List.of(line, line))).isZero();
        assertThat(statements.add(List.of(line))).isZero();
    }

    @Test
    void statements_of_one_currency_say_nothing_about_payouts_in_another() {
        world.receive(new MadeBatch("HarbourOnline", "381", "EUR")
                .payment("PSP381", "CAP", "1381", "50.00")
                .paidOut());
        SettleBeans.settle(world);
        came(DAY.plusDays(15), "1.00", "something else");
        find();
        assertThat(world.found(SettlementFinding.Kind.PAYOUT_NOT_ARRIVED)).isEmpty();
    }

    @Test
    void a_line_of_a_day_to_come_makes_no_payout_late() {
        paid("380", "50.00");
        came(DAY.plusDays(40), "1.00", "something else");
        find();
        assertThat(world.found(SettlementFinding.Kind.PAYOUT_NOT_ARRIVED)).isEmpty();
    }

    @Test
    void nobody_waits_for_the_payout_of_a_batch_that_is_not_planned() {
        world.receive(
                MadeBatch.of("380").payment("PSP380", "CAP", "1380", "50.00").paidOut());
        came(DAY.plusDays(15), "1.00", "something else");
        find();
        assertThat(world.found(SettlementFinding.Kind.PAYOUT_NOT_ARRIVED)).isEmpty();
    }

    @Test
    void a_payout_that_was_seen_is_free_again_when_its_batch_gives_way() {
        SettlementBatch batch = paid("380", "50.00");
        came(DAY.plusDays(2), "50.00", "ADYEN");
        assertThat(find()).isOne();
        assertThat(world.store.transactions().inNew(() -> world.withdrawing().giveWay(world.batch(batch.id()))))
                .isTrue();
        SettlementBatch later = paid("381", "50.00");
        assertThat(find()).isOne();
        assertThat(how(later)).isEqualTo(Arrivals.ARRIVED);
    }
}
