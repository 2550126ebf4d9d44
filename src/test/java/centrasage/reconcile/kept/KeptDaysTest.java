package centrasage.reconcile.kept;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.PostingKind;
import centrasage.money.Money;
import centrasage.reconcile.completeness.Days;
import centrasage.reconcile.completeness.Reports;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A day in figures, and the numbers that do not agree. */
class KeptDaysTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Days DAYS = new Days(DAY, DAY, ZoneOffset.UTC);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final KeptDays kept = world.transactions().bean(KeptDays.class, world.entities(), world.time());

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }

    @Test
    void both_sides_are_summed_by_kind_company_and_currency_and_are_green_when_equal() {
        kept.keep(
                DAY,
                Reports.of(DAYS)
                        .agrees("33", "101", pounds("120.00"))
                        .agrees("33", "102", pounds("30.00"))
                        .report());
        ComparedDay day = kept.day(DAY).orElseThrow();
        assertThat(day.isGreen()).isTrue();
        assertThat(day.sums())
                .containsExactly(new ComparedSum(PostingKind.ORDER, "33", 2, pounds("150"), 2, pounds("150")));
        assertThat(day.sums().get(0).isEqual()).isTrue();
        assertThat(kept.numbers(DAY, 0, 10)).isEmpty();
    }

    @Test
    void what_differs_is_listed_and_the_differences_of_the_rows_come_to_that_of_the_sums() {
        kept.keep(
                DAY,
                Reports.of(DAYS)
                        .agrees("33", "101", pounds("120.00"))
                        .differs("33", "102", pounds("30.00"), pounds("29.00"))
                        .differs("33", "103", pounds("10.00"), null)
                        .report());
        ComparedDay day = kept.day(DAY).orElseThrow();
        assertThat(day.isGreen()).isFalse();
        assertThat(day.differing()).isEqualTo(2);
        assertThat(day.sums().get(0).difference()).isEqualTo(pounds("11.00"));
        assertThat(day.sums().get(0).hereCount()).isEqualTo(3);
        assertThat(day.sums().get(0).sageCount()).isEqualTo(2);
        assertThat(kept.numbers(DAY, 0, 10))
                .extracting(ComparedNumber::number, ComparedNumber::standing, ComparedNumber::sage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("102", "DIFFERS", pounds("29")),
                        org.assertj.core.groups.Tuple.tuple("103", "DIFFERS", null));
        assertThat(kept.numbers(DAY, 1, 10)).hasSize(1);
    }

    @Test
    void what_is_not_for_sage_is_listed_last_and_needs_nobody() {
        kept.keep(
                DAY, Reports.of(DAYS).isNotForSage("33", "101", pounds("5.00")).report());
        assertThat(kept.day(DAY).orElseThrow().isGreen()).isTrue();
        assertThat(kept.day(DAY).orElseThrow().explained()).isOne();
        kept.keep(
                DAY,
                Reports.of(DAYS)
                        .isNotForSage("33", "101", pounds("5.00"))
                        .differs("33", "102", pounds("30.00"), null)
                        .report());
        assertThat(kept.day(DAY).orElseThrow().differing()).isOne();
        assertThat(kept.numbers(DAY, 0, 10)).extracting(ComparedNumber::number).containsExactly("102", "101");
    }

    @Test
    void totals_in_two_currencies_stand_in_a_line_each() {
        kept.keep(
                DAY,
                Reports.of(DAYS)
                        .differs("33", "102", pounds("30.00"), Money.of("30.00", "EUR"))
                        .report());
        assertThat(kept.day(DAY).orElseThrow().sums())
                .extracting(sum -> sum.here().currency().getCurrencyCode(), ComparedSum::isEqual)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("GBP", false),
                        org.assertj.core.groups.Tuple.tuple("EUR", false));
    }

    @Test
    void another_look_takes_the_place_of_the_one_before_and_of_no_other_day() {
        kept.keep(
                DAY.minusDays(1),
                Reports.of(DAYS).agrees("33", "100", pounds("5.00")).report());
        kept.keep(
                DAY,
                Reports.of(DAYS).differs("33", "102", pounds("30.00"), null).report());
        kept.keep(DAY, Reports.of(DAYS).agrees("33", "102", pounds("30.00")).report());
        assertThat(kept.numbers(DAY, 0, 10)).isEmpty();
        assertThat(kept.until(DAY, 10)).extracting(ComparedDay::day).containsExactly(DAY, DAY.minusDays(1));
        assertThat(kept.until(DAY.minusDays(1), 10)).hasSize(1);
        assertThat(kept.day(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void a_day_of_which_a_side_was_silent_is_not_green() {
        kept.keep(DAY, Reports.of(DAYS).silent(Map.of("Centra", "it is down")).report());
        ComparedDay day = kept.day(DAY).orElseThrow();
        assertThat(day.silent()).isEqualTo("Centra: it is down");
        assertThat(day.isGreen()).isFalse();
        assertThat(List.of(day.differing())).containsExactly(0);
    }
}
