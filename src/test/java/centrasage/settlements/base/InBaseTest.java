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
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
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

    private @Nullable InBase proof(String code, String balance, BigDecimal inBase) {
        world.balances.with(code, balance, inBase.toPlainString());
        try {
            return world.book().look(world.mappings()).all().stream()
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

    private List<String> batches() {
        return world.baseBook().batches("33", BANK, 0, 9).stream()
                .map(of ->
                        of.batch().key() + " " + of.kind() + " " + of.amount().setScale(2, RoundingMode.UNNECESSARY))
                .toList();
    }

    @Test
    void what_is_open_stands_in_it_at_the_rate_at_which_it_was_booked() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        receipt("PSP2", "50.00", "1.200000", "41.67");
        entry(Origin.REFUND, "PSP1", "10.00", "1.250000", "-8.00");

        assertThat(parts(proof("140.00"))).containsExactly("RECEIPTS GBP 121.67", "REFUNDS GBP -8.00");
        assertThat(proof("140.00").difference()).isEqualTo(Money.of("0", "GBP"));
        assertThat(proof("140.00").isProven()).isTrue();
        assertThat(proof("140.00").isProven()).isTrue();
        assertThat(world.rates.asked()).as("each once").isEqualTo(3);
    }

    @Test
    void a_bank_in_the_companys_own_currency_has_no_such_proof() {
        world.receipt("10234", "PSP1", "50.00");
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
        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(parts(proof("0.00"))).isEmpty();
        assertThat(proof("0.00").isProven()).isTrue();
        finish(made);
        assertThat(proof("0.00").isProven()).isTrue();
        assertThat(world.batches.toValue("33", 0, 9)).as("nobody looks again").isEmpty();
    }

    @Test
    void what_a_batch_leaves_at_the_rates_of_the_day_is_said_and_is_no_proof() {
        world.with("settlements.exchange-rate", "sage");
        receipt("PSP1", "100.00", "1.250000", "80.00");
        MadeBatch made =
                euros("380").payment("PSP1", "CAP1", "10231", "100.00", "2.00").paidOut();

        settle(made);

        assertThat(world.cashBook.rows(BANK)).containsExactly("-2.00 at 1.100000", "-98.00 at 1.100000");
        assertThat(parts(proof("0.00"))).containsExactly("UNDER_WAY GBP -10.91");
        assertThat(proof("0.00").isProven()).isTrue();
        assertThat(batches()).containsExactly("adyen HarbourOnline batch 380 EUR UNDER_WAY -10.91");
        finish(made);
        assertThat(parts(proof("0.00"))).containsExactly("EXCHANGE GBP -10.91");
        assertThat(batches()).containsExactly("adyen HarbourOnline batch 380 EUR EXCHANGE -10.91");
        assertThat(proof("0.00").isKnown()).isTrue();
        assertThat(proof("0.00").isProven()).as("of no open item").isFalse();
        booked = booked.add(new BigDecimal("10.91")); // Sage 200 has revalued the bank
        world.explainBase().explain("33", BANK, proof("0.00"), "revalued", "ann");
        assertThat(proof("0.00").isProven()).isTrue();
    }

    @Test
    void a_line_that_settles_nothing_yet_leaves_its_receipt_to_come() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        settle(euros("380")
                .payment("PSP1", "CAP1", "10231", "100.00")
                .payment("PSP2", "CAP2", "10232", "50.00")
                .paidOut());
        assertThat(parts(proof("-50.00"))).containsExactly("UNDER_WAY GBP -40.00");
        assertThat(proof("-50.00").isProven()).isTrue();

        receipt("PSP2", "50.00", "1.200000", "41.67");
        SettleBeans.settle(world);

        assertThat(parts(proof("0.00"))).as("gained by exchange rates").containsExactly("UNDER_WAY GBP 1.67");
        assertThat(proof("0.00").isProven()).isTrue();
    }

    @Test
    void what_a_batch_carries_goes_out_with_the_next_at_the_rate_of_both() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        MadeBatch first =
                euros("380").payment("PSP1", "CAP1", "10231", "100.00", "20.00").carried();
        settle(first);
        finish(first);
        assertThat(parts(proof("80.00"))).containsExactly("CARRIED GBP 64.00");
        assertThat(proof("80.00").isProven()).isTrue();

        receipt("PSP2", "50.00", "1.200000", "41.67");
        MadeBatch second = euros("381")
                .other(LineKind.BALANCE_CARRY, "80.00")
                .payment("PSP2", "CAP2", "10232", "50.00")
                .paidOut();
        settle(second);

        assertThat(world.cashBook.rows(BANK).get(1)).isEqualTo("-130.00 at 1.230245");
        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(proof("0.00").isProven()).isTrue();
        finish(second);
        assertThat(parts(proof("0.00"))).isEmpty();
    }

    @Test
    void payments_exchanged_into_pounds_leave_at_the_rate_at_which_they_came() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        settle(MadeBatch.of("380").foreign("PSP1", eur("100.00"), "0.83").paidOut());
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

        assertThat(proof("0.00").isProven()).isTrue();
        finish(made);
        assertThat(proof("0.00").isProven()).isTrue();
    }

    @Test
    void what_nobody_here_has_posted_differs_until_a_person_explains_it() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
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
        world.store.transactions().inNew(() -> {
            world.batches.reopen(made.key().name());
            return true;
        });
        assertThat(parts(proof("0.00"))).containsExactly("UNDER_WAY GBP -10.91");
    }

    /** What carries and settles nothing has no rate of its own: it is what it was read back as. */
    @Test
    void a_batch_without_a_rate_keeps_no_later_one_from_its_own() {
        MadeBatch charged = euros("379").other(LineKind.CHARGEBACK, "-10.00").other(LineKind.BALANCE_CARRY, "10.00");
        settle(charged);
        finish(charged);
        assertThat(parts(proof("-10.00"))).containsExactly("CARRIED GBP -9.09");
        receipt("PSP1", "1000.00", "1.250000", "800.00");
        MadeBatch first = euros("380")
                .other(LineKind.BALANCE_CARRY, "-10.00")
                .payment("PSP1", "CAP1", "10231", "1000.00")
                .other(LineKind.BALANCE_CARRY, "-990.00");
        settle(first);
        finish(first);
        assertThat(parts(proof("990.00"))).containsExactly("CARRIED GBP 790.91");

        settle(euros("381").other(LineKind.BALANCE_CARRY, "990.00").paidOut());

        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(proof("0.00").isProven()).isTrue();
    }

    /** The receipt of 381 came after its payout had gone. */
    @Test
    void what_was_gained_by_exchange_rates_goes_out_with_the_next_payout() {
        MadeBatch late = euros("381").payment("PSP1", "CAP1", "10231", "100.00").paidOut();
        settle(late);
        receipt("PSP1", "100.00", "1.250000", "80.00");
        SettleBeans.settle(world);
        finish(late);
        assertThat(parts(proof("0.00"))).containsExactly("EXCHANGE GBP -10.91");
        receipt("PSP2", "500.00", "1.250000", "400.00");

        MadeBatch next = euros("382").payment("PSP2", "CAP2", "10232", "500.00").paidOut();
        settle(next);
        finish(next);

        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(parts(proof("0.00"))).isEmpty();
    }

    /** 800.00 pounds were exchanged for 1,000.00 euros. */
    @Test
    void what_was_converted_into_euros_is_paid_out_at_what_it_cost() {
        receipt("PSP1", "500.00", "1.250000", "400.00");
        world.receipt("10900", "PSP9", "800.00");
        world.receive(euros("380")
                .payment("PSP1", "CAP1", "10231", "500.00")
                .other(LineKind.CONVERSION, "1000.00")
                .paidOut());
        settle(MadeBatch.of("380").payment("PSP9", "CAP9", "10900", "800.00").other(LineKind.CONVERSION, "-800.00"));

        assertThat(world.cashBook.rows(BANK)).containsExactlyInAnyOrder("1000.00 at 1.250000", "-1500.00 at 1.250000");
        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(proof("0.00").isProven()).isTrue();
    }

    @Test
    void what_was_converted_out_of_euros_leaves_at_the_rate_at_which_it_came() {
        receipt("PSP1", "500.00", "1.250000", "400.00");
        world.receive(MadeBatch.of("380").other(LineKind.CONVERSION, "410.00").paidOut());
        settle(euros("380").payment("PSP1", "CAP1", "10231", "500.00").other(LineKind.CONVERSION, "-500.00"));
        assertThat(world.cashBook.rows(BANK)).containsExactly("-500.00 at 1.250000");
        assertThat(inSage()).isEqualByComparingTo("0.00");
        assertThat(proof("0.00").isProven()).isTrue();
    }

    @Test
    void a_posting_that_a_person_has_given_up_is_taken_at_the_rate_of_the_batch() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        MadeBatch made =
                euros("380").payment("PSP1", "CAP1", "10231", "100.00", "2.00").paidOut();
        world.receive(made);
        SettleBeans.settle(world);
        world.post(name -> name.endsWith("payout-1"));
        world.refuse();
        world.store.giveUp(world.posting(made, "fee-commission").key(), "entered by hand");
        booked = booked.subtract(new BigDecimal("1.60")); // the fee, which was entered by hand
        assertThat(world.cashBook.rows(BANK)).containsExactly("-98.00 at 1.250000");
        assertThat(proof("0.00").difference()).isEqualTo(Money.of("0", "GBP"));
    }

    /** F58. */
    @Test
    void a_posting_is_read_back_by_the_next_look_whoever_posts_it() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        MadeBatch made = euros("380").payment("PSP1", "CAP1", "10231", "100.00").paidOut();
        world.receive(made);
        SettleBeans.settle(world);
        assertThat(parts(proof("100.00"))).containsExactly("UNDER_WAY GBP 80.00");
        assertThat(proof("100.00").isProven()).isTrue();
        world.post();
        assertThat(proof("0.00").isProven()).isTrue();
    }

    @Test
    void a_bank_may_be_written_in_any_case() {
        world.unmap("settlement.csv", "33,adyen,HarbourOnline,EUR");
        world.map("settlement.csv", "33,adyen,HarbourOnline,EUR,adyeur,BANKEUR,");
        world.entry(Origin.RECEIPT, "adyeur", "10231", "PSP1", eur("100.00"), MadeBatch.DAY);
        world.rates.with("URN1", "1.250000");
        booked = new BigDecimal("80.00");
        MadeBatch made = euros("380").payment("PSP1", "CAP1", "10231", "100.00").paidOut();
        settle(made);
        InBase proof = Objects.requireNonNull(proof("adyeur", "0.00", inSage()));
        assertThat(proof.difference()).isEqualTo(Money.of("0", "GBP"));
        finish(made);
        assertThat(Objects.requireNonNull(proof("adyeur", "0.00", inSage())).isProven())
                .isTrue();
    }

    @Test
    void what_sage_does_not_tell_is_not_known_until_it_does() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        world.entry(Origin.RECEIPT, BANK, "10299", "PSP9", eur("10.00"), MadeBatch.DAY);
        booked = booked.add(new BigDecimal("8.00"));
        assertThat(proof("110.00").unknown()).isOne();
        assertThat(proof("110.00").isProven()).isFalse();
        settle(euros("380").payment("PSP9", "CAP9", "10299", "10.00").paidOut());
        assertThat(proof("100.00").unknown()).as("under way as well").isOne();
        world.rates.with("URN2", "1.250000");
        assertThat(proof("100.00").unknown()).isZero();
    }

    /** A Sage that was put back gives its numbers again. */
    @Test
    void another_transaction_of_the_same_number_says_nothing() {
        receipt("PSP1", "100.00", "1.250000", "80.00");
        world.rates.entry("URN1", new BigDecimal("-99.00"));
        assertThat(proof("100.00").unknown()).isOne();
    }

    @Test
    void what_sage_states_goes_before_what_its_rate_says() {
        receipt("PSP1", "100.00", "1.250000", "80.01");
        world.rates.base("URN1", "-80.01");
        assertThat(parts(proof("100.00"))).containsExactly("RECEIPTS GBP 80.01");
        assertThat(proof("100.00").isProven()).isTrue();
    }
}
