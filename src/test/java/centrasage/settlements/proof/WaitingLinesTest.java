package centrasage.settlements.proof;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.proof.WaitingLines.Asked;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of payouts that settle nothing known, one by one. */
class WaitingLinesTest {
    private final SettlementWorld world = new SettlementWorld();
    private final WaitingLines lines = world.store
            .transactions()
            .bean(WaitingLines.class, world.batches, world.lines, world.settings(), world.clock());

    private SettlementBatch settle(MadeBatch made) {
        SettlementBatch batch = world.receive(made);
        SettleBeans.settle(world);
        return batch;
    }

    private List<WaitingLines.Waiting> all(String bank) {
        return lines.after(new Asked("33", bank, 0, 0), 1_000, world.mappings());
    }

    /** {@code 380 1 GBP -20.00}. */
    private static String told(WaitingLines.Waiting waiting) {
        return waiting.batch().key().batch() + " " + waiting.stored().place() + " " + waiting.open();
    }

    private Money sum(String bank) {
        return all(bank).stream()
                .map(WaitingLines.Waiting::open)
                .reduce(Money::plus)
                .orElseThrow();
    }

    private Money unmatched(String code) {
        try {
            return world.book().look(world.mappings()).all().stream()
                    .filter(bank -> bank.bank().equals(code))
                    .flatMap(bank -> bank.parts().stream())
                    .filter(part -> part.kind() == OpenKind.UNMATCHED_LINES)
                    .map(Clearing.Part::amount)
                    .findFirst()
                    .orElseThrow();
        } catch (TargetUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void those_of_a_bank_come_to_what_is_open_of_them_in_it() {
        world.receipt("10234", "PSP1", "50.00");
        settle(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .payment("PSP9", "CAP9", "10999", "20.00", "0.40")
                .other(LineKind.ADJUSTMENT, "-7.00")
                .foreign("PSP8", Money.of("50.00", "SEK"), "0.0741")
                .paidOut());
        settle(MadeBatch.of("381").payment("PSP7", "REF7", "10998", "-5.00").other(LineKind.RESERVE, "9.00"));
        assertThat(all("ADYGBP"))
                .extracting(WaitingLinesTest::told)
                .containsExactly("380 2 GBP -20.00", "380 3 GBP 7.00", "381 1 GBP 5.00");
        assertThat(sum("ADYGBP")).isEqualTo(unmatched("ADYGBP"));
        assertThat(all("ADYSEK")).extracting(WaitingLinesTest::told).containsExactly("380 4 SEK -50.00");
        assertThat(sum("ADYSEK")).isEqualTo(unmatched("ADYSEK"));
        assertThat(all("KLAGBP")).isEmpty();
        assertThat(lines.after(new Asked("34", "ADYGBP", 0, 0), 10, world.mappings()))
                .isEmpty();
    }

    @Test
    void a_line_has_its_day_or_the_last_of_its_batch() {
        settle(MadeBatch.of("380")
                .on(LocalDate.of(2026, 11, 10))
                .payment("PSP9", "CAP9", "10999", "20.00")
                .on(null)
                .payment("PSP8", "CAP8", "10998", "5.00")
                .on(LocalDate.of(2026, 11, 17))
                .paidOut());
        assertThat(all("ADYGBP"))
                .extracting(WaitingLines.Waiting::day)
                .containsExactly(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 17));
    }

    @Test
    void pages_go_on_after_the_last_line_whatever_became_of_its_batch() {
        List<SettlementBatch> batches = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            batches.add(settle(MadeBatch.of(Integer.toString(number))
                    .payment("PSP7", "CAP7", "10997", "7.00")
                    .other(LineKind.RESERVE, "1.00")
                    .payment("PSP8", "CAP8", "10998", "8.00")));
        }
        List<WaitingLines.Waiting> whole = all("ADYGBP");
        assertThat(whole).hasSize(6);
        for (int most = 1; most <= 7; most++) {
            assertThat(paged(most)).as("%s at once", most).isEqualTo(whole);
        }
        world.put(batches.get(1).id(), BatchState.SETTLED);
        assertThat(lines.after(new Asked("33", "ADYGBP", batches.get(1).id(), 1), 10, world.mappings()))
                .extracting(WaitingLinesTest::told)
                .containsExactly("3 1 GBP -7.00", "3 3 GBP -8.00");
    }

    private List<WaitingLines.Waiting> paged(int most) {
        List<WaitingLines.Waiting> all = new ArrayList<>();
        List<WaitingLines.Waiting> page = lines.after(new Asked("33", "ADYGBP", 0, 0), most, world.mappings());
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(most);
            all.addAll(page);
            WaitingLines.Waiting last = page.get(page.size() - 1);
            Asked next =
                    new Asked("33", "ADYGBP", last.batch().id(), last.stored().place());
            page = lines.after(next, most, world.mappings());
        }
        return all;
    }

    @Test
    void more_batches_than_are_read_at_once_are_all_looked_at() {
        for (int number = 1; number <= 201; number++) {
            world.receive(MadeBatch.of(Integer.toString(number)).other(LineKind.RESERVE, "0.00"));
        }
        settle(MadeBatch.of("999").payment("PSP9", "CAP9", "10999", "20.00"));
        assertThat(all("ADYGBP")).extracting(WaitingLinesTest::told).containsExactly("999 1 GBP -20.00");
    }

    @Test
    void of_a_batch_that_is_not_planned_nothing_is_open() {
        world.receive(MadeBatch.of("380").payment("PSP9", "CAP9", "10999", "20.00"));
        assertThat(all("ADYGBP")).isEmpty();
    }
}
