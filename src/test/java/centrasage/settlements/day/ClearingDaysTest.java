package centrasage.settlements.day;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.SettlementWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clearing banks day by day. */
class ClearingDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final ClearingDay.Bank ADYEN = new ClearingDay.Bank("33", "ADYGBP", "GBP");
    private static final ClearingDay.Bank KLARNA = new ClearingDay.Bank("33", "KLAEUR", "EUR");

    private final ClearingDays days = new SettlementWorld().days;

    private static ClearingDay day(ClearingDay.Bank bank, LocalDate day, @Nullable String ledger, String open) {
        Money known = Money.of(open, bank.currency());
        return new ClearingDay(
                bank.company(),
                bank.bank(),
                day,
                Instant.parse(day + "T03:00:00Z"),
                ledger == null ? null : Money.of(ledger, bank.currency()),
                known,
                List.of(new ClearingDay.Part("RECEIPTS", 3, known)),
                Map.of("DAYS_0_TO_3", known),
                day.minusDays(2),
                null);
    }

    @Test
    void a_day_comes_out_as_it_went_in() {
        ClearingDay gone = new ClearingDay(
                "33",
                "KLAEUR",
                MONDAY,
                Instant.parse("2026-11-23T03:00:00Z"),
                null,
                Money.of("0.00", "EUR"),
                List.of(),
                Map.of(),
                null,
                new ClearingDay.Base(
                        Money.of("10.00", "GBP"),
                        Money.of("6.79", "GBP"),
                        2,
                        false,
                        List.of(new ClearingDay.Part("EXCHANGE", 0, Money.of("6.79", "GBP")))));
        ClearingDay adyen = day(ADYEN, MONDAY, "12.00", "12.00");
        days.keep(List.of(adyen, gone), Set.of(ADYEN, KLARNA));
        assertThat(days.current()).containsExactly(adyen, gone);
        assertThat(adyen.isProvenInBoth()).isTrue();
        assertThat(gone.isProven()).isFalse();
        assertThat(gone.base()).satisfies(base -> assertThat(base.difference()).isEqualTo(Money.of("3.21", "GBP")));
    }

    @Test
    void the_last_proof_of_a_day_is_that_days_and_earlier_days_stay() {
        days.keep(List.of(day(ADYEN, MONDAY, "12.00", "12.00")), Set.of(ADYEN));
        days.keep(List.of(day(ADYEN, TUESDAY, "9.00", "8.00")), Set.of(ADYEN));
        days.keep(List.of(day(ADYEN, TUESDAY, "8.00", "8.00")), Set.of(ADYEN));
        assertThat(days.current()).singleElement().satisfies(bank -> {
            assertThat(bank.day()).isEqualTo(TUESDAY);
            assertThat(bank.difference()).isEqualTo(Money.of("0.00", "GBP"));
        });
        assertThat(days.since("33", "ADYGBP", MONDAY))
                .extracting(ClearingDays.Balance::day)
                .containsExactly(MONDAY, TUESDAY);
        assertThat(days.since("33", "ADYGBP", TUESDAY))
                .singleElement()
                .satisfies(balance -> assertThat(balance.isProven()).isTrue());
    }

    @Test
    void as_of_a_day_without_a_proof_it_is_the_one_before_and_before_the_first_there_is_none() {
        days.keep(List.of(day(ADYEN, MONDAY, "12.00", "12.00")), Set.of(ADYEN));
        days.keep(List.of(day(ADYEN, TUESDAY.plusDays(3), "1.00", "1.00")), Set.of(ADYEN));
        assertThat(days.on("33", "ADYGBP", TUESDAY))
                .hasValueSatisfying(bank -> assertThat(bank.day()).isEqualTo(MONDAY));
        assertThat(days.on("33", "ADYGBP", MONDAY.minusDays(1))).isEmpty();
        assertThat(days.on("33", "KLAEUR", TUESDAY)).isEmpty();
    }

    @Test
    void a_bank_that_could_not_be_asked_stays_as_it_was_and_one_that_is_no_clearing_bank_any_more_is_past() {
        days.keep(
                List.of(day(ADYEN, MONDAY, "12.00", "12.00"), day(KLARNA, MONDAY, "5.00", "5.00")),
                Set.of(ADYEN, KLARNA));
        days.keep(List.of(day(ADYEN, TUESDAY, "13.00", "13.00")), Set.of(ADYEN, KLARNA));
        assertThat(days.current()).extracting(ClearingDay::day).containsExactly(TUESDAY, MONDAY);
        days.keep(List.of(day(ADYEN, TUESDAY, "13.00", "13.00")), Set.of(ADYEN));
        assertThat(days.current()).extracting(ClearingDay::bank).containsExactly("ADYGBP");
        assertThat(days.on("33", "KLAEUR", TUESDAY)).as("its days are kept").isPresent();
    }
}
