package centrasage.settlements.base;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.ledger.ExchangeRates;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.BatchState;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.ledger.ClearingEntry.Origin;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clearing bank in euros of a company that keeps its books in pounds: what leaves it, leaves at the rates at which it came. */
class InBaseTest {
    private static final String BANK = "ADYEUR";

    private final SettlementWorld world = new SettlementWorld();
    private BigDecimal booked = BigDecimal.ZERO;
    private int receipts;

    @BeforeEach
    void ofTwoCurrencies() {
        world.banks.foreign(BANK, "EUR").foreign("BANKEUR", "EUR");
        world.cashBook.rateOfTheDay("1.100000");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    /** @param inBase what Sage holds it with by this rate */
    private void receipt(String reference, String amount, String rate, String inBase) {
        entry(Origin.RECEIPT, reference, amount, rate, inBase);
    }

    private void entry(Origin origin, String reference, String amount, String rate, String inBase) {
        receipts++;
        world.entry(origin, BANK, "1023" + receipts, reference, eur(amount), MadeBatch.DAY);
        world.rates.with("URN" + receipts, rate);
        booked = booked.add(new BigDecimal(inBase));
    }

    private static MadeBatch euros(String number) {
        return new MadeBatch("HarbourOnline", number, "EUR");
    }

    private void settle(MadeBatch made) {
        world.receive(made);
        SettleBeans.settle(world);
        world.post();
    }

    /** Nothing of a batch waits any more. */
    private void finish(MadeBatch made) {
        world.put(world.batches.versions(made.key()).get(0).id(), BatchState.SETTLED);
    }

    private void value() {
        try {
            world.entryValues().readOpen("33", BANK);
            world.valueBatches().value(world.mappings());
        } catch (TargetUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable InBase proof(String code, String balance, BigDecimal inBase) {
        world.balances.with(code, balance, inBase.toPlainString());
        try {
            return world.book().all(world.mappings()).stream()
                    .filter(bank -> bank.bank().equals(code))
                    .findFirst()
                    .orElseThrow()
                    .inBase();
        } catch (TargetUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what Sage holds the bank with: all that came in, and all that was posted. */
    private InBase proof(String balance) {
        InBase proof = proof(BANK, balance, inSage());
        if (proof == null) {
            throw new AssertionError("no proof of " + BANK);
        }
        return proof;
    }

    private BigDecimal inSage() {
        return booked.add(world.cashBook.inBase(BANK, ExchangeRates.FOREIGN_PER_BASE));
    }

    private static List<String> parts(InBase proof) {
        return proof.parts().stream()
                .map(part -> part.kind() + " " + part.amount())
                .toList();
    }

    @Test
    void what_is_open_stands_in_it_at_the_rate_at_which_it_was_booked() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        receipt("PSP2", "50.00", "1.200000", "41.67");
        entry(Origin.REFUND, "PSP1", "10.00", "1.250000", "-8.00");
        assertThat(proof("140.00").unknown()).as("until it was read").isEqualTo(3);
        assertThat(proof("140.00").isProven()).isFalse();

        value();

        assertThat(parts(proof("140.00"))).containsExactly("RECEIPTS GBP 121.67", "REFUNDS GBP -8.00");
        assertThat(proof("140.00").difference()).isEqualTo(Money.of("0", "GBP"));
        assertThat(proof("140.00").isProven()).isTrue();
        value();
        assertThat(world.rates.asked()).as("each once").isEqualTo(3);
    }

    @Test
    void a_bank_in_the_companys_own_currency_has_no_such_proof() {
        world.receipt("10234", "PSP1", "50.00");
        value();
        assertThat(proof("ADYGBP", "50.00", new BigDecimal("50.00"))).isNull();
        assertThat(world.rates.asked()).isZero();
    }

    @Test
    void a_payout_and_its_fees_leave_nothing_behind() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        receipt("PSP2", "50.00", "1.200000", "41.67");
        MadeBatch made = euros("380")
                .payment("PSP1", "CAP1", "10231", "100.00", "2.00")
                .payment("PSP2", "CAP2", "10232", "50.00", "1.00")
                .paidOut();

        settle(made);

        assertThat(world.cashBook.rows(BANK)).containsExactly("-3.00 at 1.232843", "-147.00 at 1.232843");
        assertThat(world.cashBook.rows("BANKEUR"))
                .as("at Sage's rate of the day")
                .containsExactly("147.00 at 1.100000");
        value();
        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(parts(proof("0.00"))).isEmpty();
        assertThat(proof("0.00").isProven()).isTrue();
        finish(made);
        value();
        assertThat(proof("0.00").isProven()).isTrue();
        assertThat(world.batches.toValue(0, 9)).as("nobody looks again").isEmpty();
    }

    @Test
    void what_a_batch_leaves_at_the_rates_of_the_day_is_said() {
        world.with("settlements.exchange-rate", "sage");
        receipt("PSP1", "100.00", "1.250000", "80.00");
        MadeBatch made =
                euros("380").payment("PSP1", "CAP1", "10231", "100.00", "2.00").paidOut();

        settle(made);
        value();

        assertThat(world.cashBook.rows(BANK)).containsExactly("-2.00 at 1.100000", "-98.00 at 1.100000");
        assertThat(parts(proof("0.00"))).containsExactly("BATCHES GBP -10.91");
        assertThat(proof("0.00").isProven()).isTrue();
        finish(made);
        assertThat(parts(proof("0.00"))).as("until it is read back for good").containsExactly("BATCHES GBP -10.91");
        value();
        assertThat(parts(proof("0.00"))).containsExactly("BATCHES GBP -10.91");
    }

    @Test
    void a_line_that_settles_nothing_yet_leaves_its_receipt_to_come() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        settle(euros("380")
                .payment("PSP1", "CAP1", "10231", "100.00")
                .payment("PSP2", "CAP2", "10232", "50.00")
                .paidOut());
        value();
        assertThat(parts(proof("-50.00"))).containsExactly("BATCHES GBP -40.00");
        assertThat(proof("-50.00").isProven()).isTrue();

        receipt("PSP2", "50.00", "1.200000", "41.67");
        SettleBeans.settle(world);

        assertThat(parts(proof("0.00"))).as("gained by exchange rates").containsExactly("BATCHES GBP 1.67");
        assertThat(proof("0.00").isProven()).isTrue();
    }

    @Test
    void what_a_batch_carries_goes_out_with_the_next_at_the_rate_of_both() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        MadeBatch first =
                euros("380").payment("PSP1", "CAP1", "10231", "100.00", "20.00").carried();
        settle(first);
        finish(first);
        value();
        assertThat(parts(proof("80.00"))).containsExactly("CARRIED GBP 64.00");
        assertThat(proof("80.00").isProven()).isTrue();

        receipt("PSP2", "50.00", "1.200000", "41.67");
        MadeBatch second = euros("381")
                .other(LineKind.BALANCE_CARRY, "80.00")
                .payment("PSP2", "CAP2", "10232", "50.00")
                .paidOut();
        settle(second);
        value();

        assertThat(world.cashBook.rows(BANK).get(1)).isEqualTo("-130.00 at 1.230245");
        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(proof("0.00").isProven()).isTrue();
        assertThat(parts(proof("0.00"))).isEmpty();
    }

    @Test
    void payments_exchanged_into_pounds_leave_at_the_rate_at_which_they_came() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        settle(MadeBatch.of("380").foreign("PSP1", eur("100.00"), "0.83").paidOut());
        value();
        assertThat(world.cashBook.rows(BANK)).containsExactly("-100.00 at 1.250000");
        assertThat(world.cashBook.rows("ADYGBP")).containsExactly("83.00 at 1.100000", "-83.00 at 1.100000");
        assertThat(proof("0.00").isProven()).isTrue();
        assertThat(inSage()).isEqualByComparingTo("0.00");
    }

    @Test
    void what_was_exchanged_into_euros_is_paid_out_at_what_it_cost() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        world.receipt("10900", "PSP9", "40.00");
        settle(euros("380")
                .payment("PSP1", "CAP1", "10231", "100.00")
                .foreign("PSP9", Money.of("40.00", "GBP"), "1.1")
                .paidOut());
        value();
        assertThat(world.cashBook.rows(BANK)).containsExactly("44.00 at 1.100000", "-144.00 at 1.200000");
        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(proof("0.00").isProven()).isTrue();
    }

    /** Nobody here knows how: at the rate at which it would have been posted. */
    @Test
    void what_a_person_has_entered_by_hand_is_taken_at_the_rate_of_the_batch() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        MadeBatch made = euros("380")
                .payment("PSP1", "CAP1", "10231", "100.00")
                .payment("PSP2", "CAP2", "10232", "50.00")
                .paidOut();
        settle(made);
        long batch = world.batches.versions(made.key()).get(0).id();
        SettleBeans.word(world).explained(batch, 2, "a receipt was entered by hand", "ann");
        booked = booked.add(new BigDecimal("40.00"));

        value();

        assertThat(proof("0.00").isProven()).isTrue();
        finish(made);
        value();
        assertThat(proof("0.00").isProven()).isTrue();
    }

    @Test
    void what_nobody_here_has_posted_differs_until_a_person_explains_it() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        value();
        booked = booked.add(new BigDecimal("3.21")); // Sage 200 has revalued the bank
        InBase revalued = proof("100.00");
        assertThat(revalued.difference()).isEqualTo(Money.of("3.21", "GBP"));
        assertThat(revalued.isProven()).isFalse();

        assertThat(world.explainBase().explain("33", BANK, revalued, "revalued on 30 November", "ann"))
                .isTrue();
        assertThat(world.explainBase().explain("33", BANK, revalued, "revalued on 30 November", "bob"))
                .as("what the other has seen is over")
                .isFalse();

        assertThat(parts(proof("100.00"))).containsExactly("RECEIPTS GBP 80.00", "EXPLAINED GBP 3.21");
        assertThat(proof("100.00").isProven()).isTrue();
        assertThat(world.store.audit().of("33/" + BANK))
                .extracting(trail -> trail.actor() + " " + trail.action() + " " + trail.detail())
                .containsExactly("ann BASE_DIFFERENCE_EXPLAINED GBP 3.21: revalued on 30 November");
        booked = booked.subtract(new BigDecimal("3.21"));
        assertThat(world.explainBase().explain("33", BANK, proof("100.00"), "it was put back", "bob"))
                .isTrue();
        assertThat(parts(proof("100.00"))).containsExactly("RECEIPTS GBP 80.00");
    }

    @Test
    void an_opening_item_stands_in_it_with_what_its_file_says() {
        ClearingEntry item = new ClearingEntry(
                0,
                "33",
                BANK,
                Origin.OPENING_RECEIPT,
                "opening/1",
                "9",
                "PSP9",
                MadeBatch.DAY,
                eur("10.00"),
                "",
                new BigDecimal("8.20"));
        world.entries.addOnce(item);
        booked = new BigDecimal("8.20");
        value();
        assertThat(parts(proof("10.00"))).containsExactly("RECEIPTS GBP 8.20");
        assertThat(proof("10.00").isProven()).isTrue();
    }

    @Test
    void what_is_looked_at_again_is_counted_once() {
        world.with("settlements.exchange-rate", "sage");
        receipt("PSP1", "100.00", "1.250000", "80.00");
        MadeBatch made = euros("380").payment("PSP1", "CAP1", "10231", "100.00").paidOut();
        settle(made);
        finish(made);
        value();
        world.store.transactions().inNew(() -> {
            world.batches.reopen(made.key().name());
            return true;
        });
        assertThat(parts(proof("0.00"))).containsExactly("BATCHES GBP -10.91");
    }
}
