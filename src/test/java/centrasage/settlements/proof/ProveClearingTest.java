package centrasage.settlements.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SettlementFinding;
import centrasage.flow.event.SettlementFinding.Kind;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.ledger.ClearingEntry.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the nightly proof tells, and what it puts aside. */
class ProveClearingTest {
    private static final String BANK = "33/ADYGBP";

    private final SettlementWorld world = new SettlementWorld();

    private void prove() {
        try {
            assertThat(step().process()).isEqualTo("COMPLETED");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ProveClearing step() {
        return new ProveClearing(
                world.store
                        .transactions()
                        .bean(FinishedBatches.class, world.batches, world.lines, world.store.postings()),
                new Proving(
                        world.book(),
                        world.store.transactions().bean(ClearingReport.class, world.findings, world.over, world.only),
                        world.entries,
                        world.days,
                        world.settings(),
                        world.clock()),
                world.versions,
                world.store.runCounts(),
                world.run());
    }

    private void receipt(String value, LocalDate day) {
        world.entry(Origin.RECEIPT, "ADYGBP", "10234", "PSP1", Money.of(value, "GBP"), day);
    }

    private SettlementFinding only(Kind kind) {
        List<SettlementFinding> found = world.found(kind);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private BatchState state(MadeBatch made) {
        return world.states(made).get(0);
    }

    /** F59. */
    @Test
    void a_clearing_bank_that_differs_is_told_with_the_amount_and_is_over_once_it_does_not() {
        receipt("50.00", MadeBatch.DAY);
        world.balances.with("ADYGBP", "37.50");
        prove();
        assertThat(only(Kind.CLEARING_DIFFERS)).satisfies(finding -> {
            assertThat(finding.company()).isEqualTo("33");
            assertThat(finding.subject()).isEqualTo(BANK);
            assertThat(finding.atRisk()).isEqualTo(Money.of("12.50", "GBP"));
            assertThat(finding.reasons().get(0).what())
                    .isEqualTo("The clearing bank ADYGBP holds GBP 37.50 in Sage 200, and GBP 50.00 is open in it"
                            + " (GBP 50.00 paid by shoppers, not paid out): a difference of GBP -12.50");
        });
        assertThat(world.isOver(Kind.CLEARING_DIFFERS, BANK)).isFalse();
        assertThat(world.counted())
                .isEqualTo(
                        Map.of("batches finished", 0L, "clearing banks proven", 0L, "clearing banks that differ", 1L));
        world.balances.with("ADYGBP", "50.00");
        prove();
        assertThat(world.isOver(Kind.CLEARING_DIFFERS, BANK)).isTrue();
        assertThat(world.found(Kind.CLEARING_DIFFERS)).as("not told again").hasSize(1);
        assertThat(world.counted()).containsEntry("clearing banks proven", 1L);
    }

    @Test
    void a_bank_that_sage_does_not_have_is_told_with_all_that_should_be_open_in_it() {
        receipt("50.00", MadeBatch.DAY);
        prove();
        assertThat(only(Kind.CLEARING_DIFFERS)).satisfies(finding -> {
            assertThat(finding.atRisk()).isEqualTo(Money.of("50.00", "GBP"));
            assertThat(finding.reasons().get(0).what()).startsWith("Sage 200 company 33 has no bank ADYGBP");
            assertThat(finding.reasons().get(0).remedy()).contains("settlement.csv");
        });
    }

    @Test
    void what_nobody_has_paid_out_in_time_is_told_and_is_over_once_it_is_settled() {
        world.balances.with("ADYGBP", "0.00");
        receipt("50.00", LocalDate.of(2026, 11, 9));
        receipt("30.00", LocalDate.of(2026, 11, 3));
        receipt("7.00", LocalDate.of(2026, 11, 10));
        prove();
        assertThat(only(Kind.NEVER_PAID_OUT)).satisfies(finding -> {
            assertThat(finding.company()).isEqualTo("33");
            assertThat(finding.subject()).isEqualTo(BANK + "/GBP");
            assertThat(finding.atRisk()).isEqualTo(Money.of("80.00", "GBP"));
            assertThat(finding.reasons().get(0).what())
                    .startsWith("2 receipts and refunds in the clearing bank ADYGBP, GBP 80.00 in all,")
                    .contains("of 2026-11-09 or before", "2026-11-03");
        });
        assertThat(world.isOver(Kind.NEVER_PAID_OUT, BANK + "/GBP")).isFalse();
        world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .payment("PSP1", "CAP2", "10234", "30.00")
                .paidOut());
        SettleBeans.settle(world);
        prove();
        assertThat(world.isOver(Kind.NEVER_PAID_OUT, BANK + "/GBP")).isTrue();
        assertThat(world.found(Kind.NEVER_PAID_OUT)).hasSize(1);
    }

    @Test
    void lines_that_settle_nothing_are_never_told_as_not_paid_out() {
        world.balances.with("ADYGBP", "-20.00");
        world.receive(MadeBatch.of("380")
                .on(LocalDate.of(2026, 10, 1))
                .payment("PSP9", "CAP9", "10999", "20.00")
                .paidOut());
        SettleBeans.settle(world);
        world.post();
        prove();
        assertThat(world.found(Kind.CLEARING_DIFFERS)).isEmpty();
        assertThat(world.found(Kind.NEVER_PAID_OUT)).isEmpty();
    }

    @Test
    void how_long_that_may_take_is_a_setting() {
        receipt("50.00", LocalDate.of(2026, 11, 9));
        world.with("settlements.paid-within", "P15D");
        prove();
        assertThat(world.found(Kind.NEVER_PAID_OUT)).isEmpty();
        world.with("settlements.paid-within", "P1D");
        prove();
        assertThat(world.found(Kind.NEVER_PAID_OUT)).hasSize(1);
    }

    @Test
    void what_is_finished_is_put_aside() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .paidOut();
        world.receive(made);
        SettleBeans.settle(world);
        prove();
        assertThat(state(made)).as("not posted").isEqualTo(BatchState.PLANNED);
        world.post(name -> name.endsWith("fee-commission"));
        prove();
        assertThat(state(made)).as("one is left").isEqualTo(BatchState.PLANNED);
        world.post();
        prove();
        assertThat(state(made)).isEqualTo(BatchState.SETTLED);
        assertThat(world.counted()).containsEntry("batches finished", 1L);
    }

    @Test
    void what_has_open_lines_lines_for_a_person_or_held_postings_is_not() {
        world.unmap("nominals.csv", "33,fee");
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch open =
                MadeBatch.of("380").payment("PSP9", "CAP9", "10999", "50.00").paidOut();
        MadeBatch person =
                MadeBatch.of("381").other(LineKind.ADJUSTMENT, "5.00").paidOut();
        MadeBatch held = MadeBatch.of("382")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .paidOut();
        List.of(open, person, held).forEach(world::receive);
        SettleBeans.settle(world);
        world.post();
        prove();
        assertThat(List.of(open, person, held)).extracting(this::state).containsOnly(BatchState.PLANNED);
        assertThat(world.counted()).containsEntry("batches finished", 0L);
        world.store
                .transactions()
                .inNew(() -> world.store
                        .givingUp()
                        .giveUp(world.posting(held, "fee-commission").id(), "ann", "entered by hand"));
        prove();
        assertThat(state(held)).as("settled by hand").isEqualTo(BatchState.SETTLED);
    }

    @Test
    void what_was_settled_by_hand_is_in_sage_by_that_persons_word() {
        world.unmap("nominals.csv", "33,fee");
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .paidOut();
        world.receive(made);
        SettleBeans.settle(world);
        world.post();
        world.store
                .transactions()
                .inNew(() -> world.store
                        .givingUp()
                        .giveUp(world.posting(made, "fee-commission").id(), "ann", "entered by hand"));
        world.balances.with("ADYGBP", "0.00");
        prove();
        assertThat(world.found(Kind.CLEARING_DIFFERS)).isEmpty();
    }

    @Test
    void more_batches_than_are_read_at_once_are_all_put_aside() {
        for (int number = 1; number <= 101; number++) {
            world.receive(MadeBatch.of(Integer.toString(number)).other(LineKind.RESERVE, "0.00"));
        }
        SettleBeans.settle(world);
        prove();
        assertThat(world.counted()).containsEntry("batches finished", 101L);
    }

    /** A receipt goes out between our sums and Sage's balance: both are right, of two moments. */
    @Test
    void a_bank_that_differed_while_something_was_posted_is_looked_at_again_and_told_nobody() {
        receipt("50.00", MadeBatch.DAY);
        world.balances.with("ADYGBP", "62.00");
        world.balances.andThen(
                () -> world.entry(Origin.RECEIPT, "ADYGBP", "10235", "PSP2", Money.of("12.00", "GBP"), MadeBatch.DAY));
        prove();
        assertThat(world.found(Kind.CLEARING_DIFFERS)).isEmpty();
        assertThat(world.isOver(Kind.CLEARING_DIFFERS, BANK)).isTrue();
    }

    @Test
    void where_sage_does_not_answer_nobody_is_told_that_a_bank_differs() {
        receipt("50.00", MadeBatch.DAY);
        world.balances.goAway();
        assertThatThrownBy(() -> step().process()).isInstanceOf(TargetUnavailable.class);
        assertThat(world.findings.events()).isEmpty();
        assertThat(world.over.events()).isEmpty();
    }

    /** Else it would never be posted: nobody looks at what is put aside. */
    @Test
    void a_batch_is_not_put_aside_before_what_a_person_said_of_it_is_posted() {
        world.balances.with("ADYGBP", "0.00");
        receipt("50.00", MadeBatch.DAY);
        MadeBatch made = MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00")
                .other(LineKind.ADJUSTMENT, "-7.00")
                .paidOut();
        SettlementBatch batch = world.receive(made);
        SettleBeans.settle(world);
        world.post();
        SettleBeans.word(world).suspended(batch.id(), 2, "nobody knows", "ann");
        prove();
        assertThat(state(made)).isEqualTo(BatchState.PLANNED);
        SettleBeans.settle(world);
        world.post();
        prove();
        assertThat(state(made)).isEqualTo(BatchState.SETTLED);
    }

    @Test
    void what_was_told_of_a_bank_that_is_no_clearing_bank_any_more_is_over() {
        receipt("50.00", MadeBatch.DAY);
        world.balances.with("ADYGBP", "37.50");
        prove();
        assertThat(world.only.events()).contains(new SettlementFinding.Only(Kind.CLEARING_DIFFERS, "", Set.of(BANK)));
        world.replace(
                "gateways.csv",
                "company,gateway,currency,payment_method,clearing_bank,paid_out\n33,transfer,GBP,TRANSFER,ADYGBP,at-once\n");
        world.replace("settlement.csv", "company,psp,merchant_account,currency,clearing_bank,bank\n");
        prove();
        assertThat(world.only.events()).contains(new SettlementFinding.Only(Kind.CLEARING_DIFFERS, "", Set.of()));
    }

    /** F59. */
    @Test
    void a_bank_that_differs_in_the_companys_own_currency_alone_is_told_and_is_over_once_it_does_not() {
        world.banks.foreign("ADYEUR", "EUR");
        world.rates.with("URN1", "1.250000");
        world.entry(Origin.RECEIPT, "ADYEUR", "10234", "PSP1", Money.of("100.00", "EUR"), MadeBatch.DAY);
        world.balances.with("ADYEUR", "100.00", "83.21");
        prove();
        assertThat(world.found(Kind.CLEARING_DIFFERS)).isEmpty();
        assertThat(only(Kind.CLEARING_BASE_DIFFERS)).satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("33/ADYEUR");
            assertThat(finding.atRisk()).isEqualTo(Money.of("3.21", "GBP"));
            assertThat(finding.reasons().get(0).what())
                    .isEqualTo(
                            "Sage 200 holds the clearing bank ADYEUR with GBP 83.21, and what stands in it was booked with"
                                    + " GBP 80.00 (GBP 80.00 paid by shoppers, not paid out): a difference of GBP 3.21");
        });
        assertThat(world.counted()).containsEntry("clearing banks that differ", 1L);
        world.balances.with("ADYEUR", "100.00", "80.00");
        prove();
        assertThat(world.isOver(Kind.CLEARING_BASE_DIFFERS, "33/ADYEUR")).isTrue();
        assertThat(world.counted()).containsEntry("clearing banks proven", 1L);
    }

    @Test
    void what_nobody_knows_the_rate_of_is_told_as_such() {
        world.banks.foreign("ADYEUR", "EUR");
        world.entry(Origin.RECEIPT, "ADYEUR", "10234", "PSP1", Money.of("100.00", "EUR"), MadeBatch.DAY);
        world.balances.with("ADYEUR", "100.00", "80.00");
        prove();
        assertThat(only(Kind.CLEARING_BASE_DIFFERS).reasons().get(0).what())
                .contains("a difference of GBP 80.00. Of 1 receipts and refunds Sage does not say");
    }

    @Test
    void what_was_gained_by_exchange_rates_and_nobody_has_posted_is_told_above_what_is_tolerated() {
        world.with("settlements.exchange-rate", "sage").with("settlements.exchange-tolerance", "10.90");
        world.banks.foreign("ADYEUR", "EUR");
        world.cashBook.rateOfTheDay("1.100000");
        world.rates.with("URN1", "1.250000");
        world.entry(Origin.RECEIPT, "ADYEUR", "10234", "PSP1", Money.of("100.00", "EUR"), MadeBatch.DAY);
        world.receive(new MadeBatch("HarbourOnline", "380", "EUR")
                .payment("PSP1", "CAP1", "10234", "100.00")
                .paidOut());
        SettleBeans.settle(world);
        world.post();
        world.balances.with("ADYEUR", "0.00", "-10.91");
        prove();
        assertThat(only(Kind.CLEARING_BASE_DIFFERS)).satisfies(finding -> {
            assertThat(finding.atRisk()).isEqualTo(Money.of("10.91", "GBP"));
            assertThat(finding.reasons().get(0).code()).isEqualTo("EXCHANGE_LEFT");
            assertThat(finding.reasons().get(0).what())
                    .contains("with GBP -10.91, of which GBP -10.91 was gained or lost by exchange rates");
        });
        world.with("settlements.exchange-tolerance", "10.91");
        prove();
        assertThat(world.isOver(Kind.CLEARING_BASE_DIFFERS, "33/ADYEUR")).isTrue();
    }

    @Test
    void a_company_that_cannot_be_asked_keeps_no_other_from_its_proof() {
        receipt("50.00", MadeBatch.DAY);
        world.balances.with("ADYGBP", "37.50").goAway("34");
        world.entries.add(new ClearingEntry(
                "34", "ADY34", Origin.RECEIPT, "1/P1", "1", "", MadeBatch.DAY, Money.of("5.00", "GBP"), "URN9"));
        assertThatThrownBy(() -> step().process()).hasMessageContaining("it does not answer");
        assertThat(only(Kind.CLEARING_DIFFERS).subject()).isEqualTo(BANK);
        assertThat(world.only.events().get(0).subjects()).contains("34/ADY34");
        assertThat(world.counted()).containsEntry("clearing banks that differ", 1L);
    }

    @Test
    void a_company_that_does_not_tell_its_rates_proves_in_the_currency_of_the_bank() {
        world.banks.foreign("ADYEUR", "EUR").goAway("33");
        world.entry(Origin.RECEIPT, "ADYEUR", "10234", "PSP1", Money.of("100.00", "EUR"), MadeBatch.DAY);
        world.balances.with("ADYEUR", "90.00", "80.00");
        assertThatThrownBy(() -> step().process()).hasMessageContaining("it does not answer");
        assertThat(only(Kind.CLEARING_DIFFERS).atRisk()).isEqualTo(Money.of("10.00", "EUR"));
        assertThat(world.isOver(Kind.CLEARING_BASE_DIFFERS, "33/ADYEUR")).isFalse();
    }

    /** A page never waits for Sage: it shows what was found here. */
    @Test
    void what_is_found_of_each_bank_is_kept_for_the_day() {
        receipt("50.00", MadeBatch.DAY);
        world.balances.with("ADYGBP", "37.50");
        prove();
        assertThat(world.days.current()).singleElement().satisfies(kept -> {
            assertThat(kept.bank()).isEqualTo("ADYGBP");
            assertThat(kept.day()).isEqualTo(world.today());
            assertThat(kept.difference()).isEqualTo(Money.of("-12.50", "GBP"));
            assertThat(kept.parts())
                    .extracting(part -> part.kind() + " " + part.count())
                    .containsExactly("RECEIPTS 1");
            assertThat(kept.ages().values()).containsExactly(Money.of("50.00", "GBP"));
            assertThat(kept.oldest()).isEqualTo(MadeBatch.DAY);
        });
        world.balances.with("ADYGBP", "50.00");
        prove();
        assertThat(world.days.current())
                .singleElement()
                .satisfies(kept -> assertThat(kept.isProven()).isTrue());
    }
}
