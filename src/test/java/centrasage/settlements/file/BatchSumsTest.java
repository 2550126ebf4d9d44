package centrasage.settlements.file;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the lines of a batch come to by what is posted for them. */
class BatchSumsTest {
    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final SettlementKey KEY = new SettlementKey("adyen", "HarbourGB", "7", POUNDS);

    private final BatchSums.Adding adding = new BatchSums.Adding();

    private void add(LineKind kind, Money gross, String net, Fee... fees) {
        adding.add(new SettlementLine(
                KEY, 2, kind.name(), kind, null, gross, BigDecimal.ONE, gbp(net), List.of(fees), References.NONE, ""));
    }

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Fee fee(FeeKind kind, String amount) {
        return new Fee(kind, gbp(amount));
    }

    @Test
    void own_amounts_are_the_nets_with_what_was_kept_and_fees_are_by_kind() {
        add(
                LineKind.SALE,
                gbp("50"),
                "48.50",
                fee(FeeKind.COMMISSION, "1"),
                fee(FeeKind.MARKUP, "0.30"),
                fee(FeeKind.COMMISSION, "0.20"));
        add(LineKind.SALE, gbp("20"), "19.60", fee(FeeKind.COMMISSION, "0.40"));
        add(LineKind.REFUND, gbp("-10"), "-9.90", fee(FeeKind.MARKUP, "-0.10"));

        BatchSums sums = adding.sums();

        assertThat(sums.own()).isEqualTo(Map.of(LineKind.SALE, gbp("70"), LineKind.REFUND, gbp("-10")));
        assertThat(sums.fees()).isEqualTo(Map.of(FeeKind.COMMISSION, gbp("1.60"), FeeKind.MARKUP, gbp("0.20")));
        assertThat(sums.exchanged()).isEmpty();
    }

    @Test
    void sales_and_refunds_in_other_currencies_are_summed_in_both() {
        add(LineKind.SALE, eur("100"), "85.96", fee(FeeKind.COMMISSION, "1"));
        add(LineKind.REFUND, eur("-40"), "-34.78");
        add(LineKind.SALE, Money.of("500", "SEK"), "40");
        add(LineKind.SALE, gbp("50"), "50");

        BatchSums sums = adding.sums();

        assertThat(sums.exchanged())
                .isEqualTo(Map.of(
                        "EUR", new BatchSums.Exchanged(eur("60"), gbp("52.18")),
                        "SEK", new BatchSums.Exchanged(Money.of("500", "SEK"), gbp("40"))));
        assertThat(sums.own(LineKind.SALE, POUNDS)).isEqualTo(gbp("176.96"));
        assertThat(sums.own(LineKind.REFUND, POUNDS)).isEqualTo(gbp("-34.78"));
    }

    /** Receipts and refunds stand in the bank of the currency that the shopper paid in; all else does not. */
    @ParameterizedTest
    @EnumSource(
            value = LineKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SALE", "REFUND"})
    void nothing_else_is_exchanged(LineKind kind) {
        add(kind, eur("100"), "86.96");
        assertThat(adding.sums().exchanged()).isEmpty();
        assertThat(adding.sums().own(kind, POUNDS)).isEqualTo(gbp("86.96"));
    }

    @Test
    void what_there_is_none_of_is_nothing() {
        add(LineKind.SALE, gbp("50"), "50");
        assertThat(adding.sums().own(LineKind.RESERVE, POUNDS)).isEqualTo(gbp("0"));
        assertThat(new BatchSums.Adding().sums()).isEqualTo(new BatchSums(Map.of(), Map.of(), Map.of()));
    }

    @Test
    void sums_do_not_change_with_what_is_added_later() {
        add(LineKind.SALE, gbp("50"), "50");
        BatchSums before = adding.sums();
        add(LineKind.SALE, gbp("50"), "50");
        assertThat(before.own(LineKind.SALE, POUNDS)).isEqualTo(gbp("50"));
        assertThat(adding.sums().own(LineKind.SALE, POUNDS)).isEqualTo(gbp("100"));
    }

    private void on(String day, LineKind kind, String net, Fee... fees) {
        adding.add(new SettlementLine(
                KEY,
                2,
                kind.name(),
                kind,
                LocalDate.parse(day),
                gbp("0"),
                BigDecimal.ONE,
                gbp(net),
                List.of(fees),
                References.NONE,
                ""));
    }

    @Test
    void months_are_what_was_kept_and_moved_in_each_and_come_to_the_whole() {
        on("2026-10-30", LineKind.SALE, "9", fee(FeeKind.COMMISSION, "1"));
        on("2026-10-31", LineKind.FEE, "-2");
        on("2026-11-02", LineKind.SALE, "18", fee(FeeKind.COMMISSION, "2"));
        BatchSums sums = adding.byMonth();
        assertThat(sums.months())
                .isEqualTo(Map.of(
                        LocalDate.parse("2026-10-31"),
                        new BatchSums(
                                Map.of(LineKind.SALE, gbp("10"), LineKind.FEE, gbp("-2")),
                                Map.of(FeeKind.COMMISSION, gbp("1")),
                                Map.of()),
                        LocalDate.parse("2026-11-02"),
                        new BatchSums(
                                Map.of(LineKind.SALE, gbp("20")), Map.of(FeeKind.COMMISSION, gbp("2")), Map.of())));
        BatchSums rest = sums.less(Objects.requireNonNull(sums.months().get(LocalDate.parse("2026-10-31"))));
        assertThat(rest.own(LineKind.SALE, POUNDS)).isEqualTo(gbp("20"));
        assertThat(rest.own(LineKind.FEE, POUNDS)).isEqualTo(gbp("0"));
        assertThat(rest.fees()).isEqualTo(Map.of(FeeKind.COMMISSION, gbp("2")));
    }

    @Test
    void one_month_is_none_of_several() {
        on("2026-11-01", LineKind.SALE, "9");
        on("2026-11-30", LineKind.SALE, "9");
        assertThat(adding.byMonth()).isEqualTo(adding.sums());
        assertThat(adding.sums().months()).isEmpty();
    }

    @Test
    void lines_of_fees_and_of_vat_are_kept_like_those_of_payments() {
        on("2026-11-01", LineKind.SALE, "9", fee(FeeKind.PROCESSING, "1"), fee(FeeKind.TAX, "0.20"));
        on("2026-11-01", LineKind.FEE, "-2");
        on("2026-11-01", LineKind.TAX, "-0.40");
        assertThat(adding.sums().kept(POUNDS))
                .isEqualTo(Map.of(FeeKind.PROCESSING, gbp("3"), FeeKind.TAX, gbp("0.60")));
    }
}
