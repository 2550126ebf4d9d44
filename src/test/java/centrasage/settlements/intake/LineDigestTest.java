package centrasage.settlements.intake;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch is known again by the content of its lines, and by nothing else of its file. */
class LineDigestTest {
    private static final SettlementKey KEY = new SettlementKey("adyen", "HarbourGB", "7", Currency.getInstance("GBP"));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final References NAMES = new References("PSP1", "CAP1", "10234", "O1");
    private static final List<Fee> FEES = List.of(new Fee(FeeKind.COMMISSION, gbp("1")));
    private static final SettlementLine USUAL = line(LineKind.SALE, DAY, gbp("50"), "1", gbp("49"), FEES, NAMES);

    private static Money gbp(String amount) {
        return Money.of(amount, "GBP");
    }

    private static SettlementLine line(
            LineKind kind,
            @Nullable LocalDate day,
            Money gross,
            String rate,
            Money net,
            List<Fee> fees,
            References references) {
        return new SettlementLine(
                KEY, 2, "Settled", kind, day, gross, new BigDecimal(rate), net, fees, references, "a note");
    }

    private static SettlementLine of(References references) {
        return line(LineKind.SALE, DAY, gbp("50"), "1", gbp("49"), FEES, references);
    }

    private static String digest(SettlementLine... lines) {
        LineDigest digest = new LineDigest();
        Stream.of(lines).forEach(digest::add);
        return digest.hex();
    }

    @Test
    void the_order_of_lines_does_not_matter() {
        SettlementLine other = of(new References("PSP2", "", "", ""));
        SettlementLine third = of(new References("PSP3", "", "", ""));
        assertThat(digest(USUAL, other, third))
                .isEqualTo(digest(third, USUAL, other))
                .matches("[0-9a-f]{64}");
    }

    /** An exclusive or would tell two equal lines from none, and four from two. */
    @Test
    void how_often_a_line_is_there_matters() {
        assertThat(List.of(
                        digest(),
                        digest(USUAL),
                        digest(USUAL, USUAL),
                        digest(USUAL, USUAL, USUAL),
                        digest(USUAL, USUAL, USUAL, USUAL)))
                .doesNotHaveDuplicates();
    }

    static Stream<SettlementLine> others() {
        return Stream.of(
                line(LineKind.ADJUSTMENT, DAY, gbp("50"), "1", gbp("49"), FEES, NAMES),
                line(LineKind.SALE, DAY.plusDays(1), gbp("50"), "1", gbp("49"), FEES, NAMES),
                line(LineKind.SALE, null, gbp("50"), "1", gbp("49"), FEES, NAMES),
                line(LineKind.SALE, DAY, gbp("50.01"), "1", gbp("49"), FEES, NAMES),
                line(LineKind.SALE, DAY, Money.of("50", "EUR"), "1", gbp("49"), FEES, NAMES),
                line(LineKind.SALE, DAY, gbp("50"), "1.1", gbp("49"), FEES, NAMES),
                line(LineKind.SALE, DAY, gbp("50"), "1", gbp("49.01"), FEES, NAMES),
                line(LineKind.SALE, DAY, gbp("50"), "1", gbp("-49"), FEES, NAMES),
                line(LineKind.SALE, DAY, gbp("50"), "1", gbp("49"), List.of(), NAMES),
                line(LineKind.SALE, DAY, gbp("50"), "1", gbp("49"), kept(FeeKind.COMMISSION, "1.01"), NAMES),
                line(LineKind.SALE, DAY, gbp("50"), "1", gbp("49"), kept(FeeKind.MARKUP, "1"), NAMES),
                of(new References("PSP2", "CAP1", "10234", "O1")),
                of(new References("PSP1", "CAP2", "10234", "O1")),
                of(new References("PSP1", "CAP1", "10235", "O1")),
                of(new References("PSP1", "CAP1", "10234", "O2")),
                of(new References("CAP1", "PSP1", "10234", "O1")),
                of(References.NONE));
    }

    private static List<Fee> kept(FeeKind kind, String amount) {
        return List.of(new Fee(kind, gbp(amount)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void all_that_money_hangs_on_matters(SettlementLine other) {
        assertThat(digest(other)).isNotEqualTo(digest(USUAL));
    }

    @Test
    void its_number_its_name_its_note_and_zeros_behind_its_rate_do_not_matter() {
        SettlementLine other = new SettlementLine(
                KEY,
                99,
                "Captured",
                LineKind.SALE,
                DAY,
                gbp("50.00"),
                new BigDecimal("1.0000"),
                gbp("49.00"),
                FEES,
                NAMES,
                "another note");
        assertThat(digest(other)).isEqualTo(digest(USUAL));
    }
}
