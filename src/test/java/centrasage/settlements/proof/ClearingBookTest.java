package centrasage.settlements.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.settle.SettleBeans;
import centrasage.settlements.store.BatchState;
import centrasage.sync.ledger.ClearingEntry.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known to be open in clearing banks, beside what Sage says that they hold. */
class ClearingBookTest {
    private final SettlementWorld world = new SettlementWorld();

    private List<Clearing> all() {
        try {
            return world.book().look(world.mappings()).all();
        } catch (TargetUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private Clearing bank(String code) {
        return all().stream()
                .filter(bank -> bank.bank().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** {@code RECEIPTS 2 GBP 80.00}. */
    private List<String> parts(String code) {
        return bank(code).parts().stream()
                .map(part -> part.kind() + " " + part.count() + " " + part.amount())
                .toList();
    }

    /** It holds so much in Sage, and all of it is known. */
    private void proves(String code, String balance) {
        world.balances.with(code, balance);
        assertThat(bank(code).difference())
                .as("of %s", parts(code))
                .isEqualTo(Money.zero(bank(code).open().currency()));
        assertThat(bank(code).isProven()).isTrue();
        assertThat(aged(bank(code)))
                .as("all of it is aged")
                .isEqualTo(bank(code).open());
    }

    private static Money aged(Clearing bank) {
        return bank.ages().values().stream().reduce(Money.zero(bank.open().currency()), Money::plus);
    }

    private void settle(MadeBatch... made) {
        for (MadeBatch each : made) {
            world.receive(each);
        }
        SettleBeans.settle(world);
    }

    @Test
    void where_nothing_is_settled_receipts_less_refunds_are_open() {
        world.receipt("10234", "PSP1", "50.00");
        world.receipt("10235", "PSP2", "30.00");
        world.refund("10234", "PSP1", "20.00");
        world.entry(Origin.OPENING_RECEIPT, "ADYGBP", "9", "PSP9", Money.of("7.00", "GBP"), MadeBatch.DAY);
        proves("ADYGBP", "67.00");
        assertThat(parts("ADYGBP")).containsExactly("RECEIPTS 3 GBP 87.00", "REFUNDS 1 GBP -20.00");
        assertThat(bank("ADYGBP").company()).isEqualTo("33");
        assertThat(bank("ADYGBP").oldest()).isEqualTo(MadeBatch.DAY);
    }

    @Test
    void what_is_planned_and_not_posted_is_open_the_other_way_round_until_it_is_there() {
        world.receipt("10234", "PSP1", "50.00");
        settle(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .paidOut());
        proves("ADYGBP", "50.00");
        assertThat(parts("ADYGBP")).containsExactly("NOT_POSTED 2 GBP 50.00");
        world.post(name -> name.endsWith("fee-commission"));
        proves("ADYGBP", "49.00");
        assertThat(parts("ADYGBP")).containsExactly("NOT_POSTED 1 GBP 49.00");
        world.post();
        proves("ADYGBP", "0.00");
        assertThat(parts("ADYGBP")).isEmpty();
    }

    @Test
    void what_is_held_is_open_for_as_long_as_it_is() {
        world.unmap("nominals.csv", "33,fee");
        world.receipt("10234", "PSP1", "50.00");
        settle(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .paidOut());
        world.post();
        proves("ADYGBP", "1.00");
        assertThat(parts("ADYGBP")).containsExactly("NOT_POSTED 1 GBP 1.00");
    }

    @Test
    void lines_that_settle_nothing_are_open_the_other_way_round() {
        world.receipt("10234", "PSP1", "50.00");
        settle(MadeBatch.of("380")
                .payment("PSP9", "CAP9", "10999", "20.00", "0.40")
                .payment("PSP8", "REF8", "10998", "-5.00")
                .other(LineKind.ADJUSTMENT, "-7.00")
                .paidOut());
        world.post();
        proves("ADYGBP", "42.00");
        assertThat(parts("ADYGBP")).containsExactly("RECEIPTS 1 GBP 50.00", "UNMATCHED_LINES 3 GBP -8.00");
    }

    @Test
    void chargebacks_reserves_and_deductions_leave_nothing_open_once_they_are_posted() {
        world.receipt("10234", "PSP1", "50.00");
        settle(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "10234", "50.00", "1.00")
                .other(LineKind.CHARGEBACK, "-10.00")
                .other(LineKind.CHARGEBACK_REVERSAL, "4.00")
                .other(LineKind.RESERVE, "-3.00")
                .other(LineKind.INVOICE_DEDUCTION, "-2.00")
                .other(LineKind.FEE, "-0.50")
                .other(LineKind.TAX, "-0.25")
                .paidOut());
        proves("ADYGBP", "50.00");
        world.post();
        proves("ADYGBP", "0.00");
    }

    @Test
    void balances_that_two_batches_carry_cancel() {
        world.receipt("10235", "PSP2", "20.00");
        settle(MadeBatch.of("380").other(LineKind.FEE, "-5.00").carried());
        world.post();
        proves("ADYGBP", "15.00");
        assertThat(parts("ADYGBP")).containsExactly("RECEIPTS 1 GBP 20.00", "CARRIED 0 GBP -5.00");
        settle(MadeBatch.of("381")
                .other(LineKind.BALANCE_CARRY, "-5.00")
                .payment("PSP2", "CAP2", "10235", "20.00")
                .paidOut());
        world.post();
        proves("ADYGBP", "0.00");
        assertThat(parts("ADYGBP")).isEmpty();
    }

    @Test
    void what_is_exchanged_leaves_one_bank_and_comes_to_the_other() {
        world.entry(Origin.RECEIPT, "ADYSEK", "10234", "PSP1", Money.of("100.00", "SEK"), MadeBatch.DAY);
        settle(MadeBatch.of("380")
                .foreign("PSP1", Money.of("100.00", "SEK"), "0.0741")
                .foreign("PSP9", Money.of("50.00", "SEK"), "0.0741")
                .paidOut());
        proves("ADYSEK", "100.00");
        assertThat(parts("ADYSEK")).containsExactly("UNMATCHED_LINES 1 SEK -50.00", "NOT_POSTED 1 SEK 150.00");
        proves("ADYGBP", "0.00");
        world.post();
        proves("ADYSEK", "-50.00");
        assertThat(parts("ADYSEK")).containsExactly("UNMATCHED_LINES 1 SEK -50.00");
        proves("ADYGBP", "0.00");
    }

    @Test
    void what_is_tolerated_of_a_sale_is_cleared_by_its_rounding() {
        world.with("settlements.tolerance", "0.05");
        world.receipt("10234", "", "50.00");
        settle(MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.02").paidOut());
        proves("ADYGBP", "50.00");
        world.post();
        proves("ADYGBP", "0.00");
    }

    @Test
    void a_balance_that_nothing_explains_is_the_difference() {
        world.receipt("10234", "PSP1", "50.00");
        world.balances.with("ADYGBP", "62.5000");
        Clearing bank = bank("ADYGBP");
        assertThat(bank.ledger()).isEqualTo(Money.of("62.50", "GBP"));
        assertThat(bank.open()).isEqualTo(Money.of("50.00", "GBP"));
        assertThat(bank.difference()).isEqualTo(Money.of("12.50", "GBP"));
        assertThat(bank.isProven()).isFalse();
    }

    @Test
    void a_bank_that_sage_does_not_have_is_not_proven_though_nothing_is_open_in_it() {
        world.receipt("10234", "PSP1", "50.00");
        world.refund("10234", "PSP1", "50.00");
        Clearing bank = bank("ADYGBP");
        assertThat(bank.ledger()).isNull();
        assertThat(bank.inBase()).isNull();
        assertThat(bank.difference().isZero()).isTrue();
        assertThat(bank.isProven()).isFalse();
    }

    @Test
    void each_bank_has_its_own_currency_and_the_balance_in_the_companys() {
        world.receipt("10234", "PSP1", "50.00");
        world.entry(Origin.RECEIPT, "ADYSEK", "10235", "PSP2", Money.of("100.00", "SEK"), MadeBatch.DAY);
        world.balances.with("ADYGBP", "50.00").with("adysek", "100.00", "7.41").with("BANKGBP", "999.00");
        assertThat(all()).extracting(Clearing::bank).containsExactly("ADYGBP", "ADYSEK");
        assertThat(all()).allMatch(Clearing::isProven);
        assertThat(bank("ADYSEK").ledgerInBase()).isEqualTo(new BigDecimal("7.41"));
    }

    /** Today is 2026-11-23. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-24, DAYS_0_TO_3",
        "2026-11-23, DAYS_0_TO_3",
        "2026-11-20, DAYS_0_TO_3",
        "2026-11-19, DAYS_4_TO_7",
        "2026-11-16, DAYS_4_TO_7",
        "2026-11-15, DAYS_8_TO_30",
        "2026-10-24, DAYS_8_TO_30",
        "2026-10-23, OVER_30_DAYS",
        "2001-01-01, OVER_30_DAYS"
    })
    void what_is_open_is_so_old(LocalDate day, Age age) {
        assertThat(world.today()).isEqualTo("2026-11-23");
        world.entry(Origin.RECEIPT, "ADYGBP", "10234", "PSP1", Money.of("50.00", "GBP"), day);
        assertThat(bank("ADYGBP").ages()).isEqualTo(Map.of(age, Money.of("50.00", "GBP")));
        assertThat(bank("ADYGBP").oldest()).isEqualTo(day);
    }

    @Test
    void a_refund_lessens_what_is_open_of_its_age() {
        world.receipt("10234", "PSP1", "50.00");
        world.refund("10234", "PSP1", "20.00");
        assertThat(bank("ADYGBP").ages()).isEqualTo(Map.of(Age.DAYS_0_TO_3, Money.of("30.00", "GBP")));
    }

    @Test
    void a_line_that_settles_nothing_is_as_old_as_its_day_or_the_last_of_its_batch() {
        settle(MadeBatch.of("380")
                .on(LocalDate.of(2026, 11, 10))
                .payment("PSP9", "CAP9", "10999", "20.00")
                .on(null)
                .payment("PSP8", "REF8", "10998", "-5.00")
                .on(LocalDate.of(2026, 11, 17))
                .paidOut());
        world.post();
        proves("ADYGBP", "-15.00");
        assertThat(bank("ADYGBP").ages())
                .isEqualTo(Map.of(
                        Age.DAYS_8_TO_30, Money.of("-20.00", "GBP"),
                        Age.DAYS_4_TO_7, Money.of("5.00", "GBP")));
        assertThat(bank("ADYGBP").oldest()).isEqualTo("2026-11-10");
    }

    @Test
    void what_is_carried_is_as_old_as_the_latest_batch_that_carries() {
        settle(
                MadeBatch.of("380")
                        .on(LocalDate.of(2026, 11, 3))
                        .other(LineKind.FEE, "-5.00")
                        .carried(),
                MadeBatch.of("381")
                        .on(LocalDate.of(2026, 11, 18))
                        .other(LineKind.BALANCE_CARRY, "-5.00")
                        .other(LineKind.FEE, "-2.00")
                        .carried(),
                MadeBatch.of("382")
                        .on(LocalDate.of(2026, 11, 21))
                        .other(LineKind.FEE, "-1.00")
                        .paidOut());
        world.post();
        proves("ADYGBP", "-7.00");
        assertThat(bank("ADYGBP").ages()).isEqualTo(Map.of(Age.DAYS_4_TO_7, Money.of("-7.00", "GBP")));
        assertThat(bank("ADYGBP").oldest()).isEqualTo("2026-11-18");
    }

    @Test
    void what_is_not_posted_is_as_old_as_the_day_that_it_is_booked_on() {
        world.entry(Origin.RECEIPT, "ADYGBP", "10234", "PSP1", Money.of("50.00", "GBP"), LocalDate.of(2026, 11, 2));
        settle(MadeBatch.of("380")
                .on(LocalDate.of(2026, 11, 12))
                .payment("PSP1", "CAP1", "10234", "50.00")
                .paidOut());
        proves("ADYGBP", "50.00");
        assertThat(bank("ADYGBP").ages()).isEqualTo(Map.of(Age.DAYS_8_TO_30, Money.of("50.00", "GBP")));
        assertThat(bank("ADYGBP").oldest()).isEqualTo("2026-11-12");
    }

    @Test
    void a_bank_of_which_all_is_settled_and_put_aside_is_proven_still() {
        world.receipt("10234", "PSP1", "50.00");
        MadeBatch made =
                MadeBatch.of("380").payment("PSP1", "CAP1", "10234", "50.00").paidOut();
        settle(made);
        world.post();
        world.put(world.batches.versions(made.key()).get(0).id(), BatchState.SETTLED);
        proves("ADYGBP", "0.00");
        assertThat(bank("ADYGBP").oldest()).isNull();
        assertThat(bank("ADYGBP").ages()).isEmpty();
    }

    @Test
    void of_a_batch_that_is_not_planned_nothing_is_known_to_be_open() {
        world.receipt("10234", "PSP1", "50.00");
        world.receive(
                MadeBatch.of("380").payment("PSP9", "CAP9", "10999", "20.00").paidOut());
        assertThat(parts("ADYGBP")).containsExactly("RECEIPTS 1 GBP 50.00");
    }

    @Test
    void without_an_answer_of_sages_there_is_no_proof() {
        world.receipt("10234", "PSP1", "50.00");
        world.balances.goAway();
        assertThatThrownBy(() -> world.book().look(world.mappings()).all()).isInstanceOf(TargetUnavailable.class);
    }

    private List<String> banks() throws Exception {
        return world.book().look(world.versions.current().mappings()).all().stream()
                .map(bank -> bank.bank() + " " + bank.open())
                .toList();
    }

    /** An account of the company's own, on which bank transfers of shoppers arrive. */
    @Test
    void a_bank_into_which_shoppers_pay_directly_is_no_clearing_bank() throws Exception {
        world.entry(Origin.RECEIPT, "BANKGBP", "10234", "PSP1", Money.of("50.00", "GBP"), MadeBatch.DAY);
        assertThat(banks()).containsExactly("BANKGBP GBP 50.00");
        world.replace(
                "gateways.csv",
                "company,gateway,currency,payment_method,clearing_bank,paid_out\n"
                        + "33,transfer,GBP,TRANSFER,BANKGBP,at-once\n33,adyen,GBP,ADYEN,ADYGBP,\n");
        assertThat(banks()).isEmpty();
    }

    @Test
    void a_bank_that_another_gateways_payouts_come_from_is_one_all_the_same() throws Exception {
        world.entry(Origin.RECEIPT, "ADYGBP", "10234", "PSP1", Money.of("50.00", "GBP"), MadeBatch.DAY);
        world.replace(
                "gateways.csv",
                "company,gateway,currency,payment_method,clearing_bank,paid_out\n"
                        + "33,transfer,GBP,TRANSFER,ADYGBP,at-once\n33,adyen,GBP,ADYEN,ADYGBP,\n");
        assertThat(banks()).containsExactly("ADYGBP GBP 50.00");
    }

    @Test
    void a_bank_that_stood_in_a_file_by_mistake_is_proven_no_more_once_that_is_explained() throws Exception {
        world.entry(Origin.OPENING_RECEIPT, "NOBANK", "10234", "PSP1", Money.of("50.00", "GBP"), MadeBatch.DAY);
        assertThat(banks()).containsExactly("NOBANK GBP 50.00");
        world.entries.byHand(world.entries.openOf("10234").get(0).id());
        assertThat(banks()).isEmpty();
    }
}
