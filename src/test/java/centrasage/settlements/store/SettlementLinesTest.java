package centrasage.settlements.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.Fee;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.References;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.match.Unmatched;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as they come out of the store again. */
class SettlementLinesTest {
    private static final MadeBatch MADE = MadeBatch.of("380");
    private static final int MOST = 1_000;

    private final SettlementWorld world = new SettlementWorld();

    private static SettlementLine line(
            @Nullable LocalDate day, Money gross, String rate, String net, List<Fee> fees, References references) {
        return new SettlementLine(
                MADE.key(),
                7,
                "Settled",
                LineKind.SALE,
                day,
                gross,
                new BigDecimal(rate),
                Money.of(net, "GBP"),
                fees,
                references,
                "Zoë’s “words”");
    }

    private SettlementBatch stored(SettlementLine... lines) {
        long id = world.batches.begin(MADE.key());
        world.lines.add(id, 0, List.of(lines));
        return world.batch(id);
    }

    private SettlementLines.Stored only(SettlementBatch batch) {
        List<SettlementLines.Stored> all = world.lines.page(batch, 0, MOST);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Long> places(SettlementBatch batch, LineState state, long after, int most) {
        return world.lines.page(batch, state, after, most).stream()
                .map(SettlementLines.Stored::place)
                .toList();
    }

    @Test
    void a_line_comes_out_as_it_went_in() {
        SettlementLine line = line(
                LocalDate.of(2026, 11, 20),
                Money.of("-1234567.10", "SEK"),
                "0.8695652173913043",
                "-91481.42",
                List.of(
                        new Fee(FeeKind.COMMISSION, Money.of("0.20", "GBP")),
                        new Fee(FeeKind.SCHEME, Money.of("-0.05", "GBP"))),
                new References("PSP1", "CAP1", "Beställning 10234", "10234"));
        SettlementLines.Stored stored = only(stored(line));
        assertThat(stored.line()).isEqualTo(line);
        assertThat(stored.place()).isOne();
        assertThat(stored.state()).isEqualTo(LineState.OPEN);
        assertThat(stored.how()).isEmpty();
        assertThat(stored.with()).isZero();
        assertThat(stored.variance()).isZero();
    }

    @Test
    void a_line_of_no_day_without_fees_and_references_and_with_round_sums_comes_out_so_too() {
        SettlementLine line = line(null, Money.of("1000.00", "GBP"), "1", "1000.00", List.of(), References.NONE);
        assertThat(only(stored(line)).line()).isEqualTo(line);
    }

    /** Neither has the two decimals of a pound. */
    @ParameterizedTest
    @CsvSource({"JPY, 12000", "KWD, 1.234"})
    void each_currency_keeps_its_own_decimals(String currency, String gross) {
        SettlementLine line = line(null, Money.of(gross, currency), "0.0052", "62.40", List.of(), References.NONE);
        assertThat(only(stored(line)).line().gross().toString()).isEqualTo(currency + " " + gross);
    }

    @Test
    void what_is_longer_than_the_store_holds_is_cut_and_the_rest_is_kept() {
        SettlementLine line = new SettlementLine(
                MADE.key(),
                7,
                "t".repeat(81),
                LineKind.SALE,
                null,
                Money.of("5.00", "GBP"),
                BigDecimal.ONE,
                Money.of("5.00", "GBP"),
                List.of(),
                new References("p".repeat(256), "m".repeat(256), "r".repeat(256), "o".repeat(256)),
                "x".repeat(401));
        SettlementLine stored = only(stored(line)).line();
        assertThat(stored.type()).isEqualTo("t".repeat(80));
        assertThat(stored.references())
                .isEqualTo(new References("p".repeat(255), "m".repeat(255), "r".repeat(255), "o".repeat(255)));
        assertThat(stored.text()).isEqualTo("x".repeat(400));
        assertThat(stored.net()).isEqualTo(line.net());
    }

    @ParameterizedTest
    @CsvSource({
        "SALE, OPEN",
        "REFUND, OPEN",
        "REFUND_REVERSAL, PERSON",
        "ADJUSTMENT, PERSON",
        "PAYOUT, PAYOUT",
        "PAYOUT_RETURN, PAYOUT",
        "BALANCE_CARRY, CARRIED",
        "CHARGEBACK, SUMMED",
        "CHARGEBACK_REVERSAL, SUMMED",
        "FEE, SUMMED",
        "INVOICE_DEDUCTION, SUMMED",
        "RESERVE, SUMMED",
        "CONVERSION, SUMMED",
        "TAX, SUMMED"
    })
    void a_line_begins_with_what_becomes_of_its_kind(LineKind kind, LineState state) {
        SettlementBatch batch = world.receive(MadeBatch.of("380").other(kind, "-1.00"));
        assertThat(only(batch).state()).isEqualTo(state);
    }

    @Test
    void places_go_on_where_the_lines_before_ended() {
        SettlementLine line = line(null, Money.of("5.00", "GBP"), "1", "5.00", List.of(), References.NONE);
        SettlementBatch batch = stored(line, line);
        world.lines.add(batch.id(), 2, List.of(line));
        assertThat(places(batch, LineState.OPEN, 0, MOST)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void pages_are_of_one_batch_and_state_in_the_order_of_the_places() {
        SettlementBatch batch = world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "1", "1.00")
                .other(LineKind.FEE, "-0.10")
                .payment("PSP2", "CAP2", "2", "1.00")
                .payment("PSP3", "CAP3", "3", "1.00")
                .paidOut());
        SettlementBatch other = world.receive(MadeBatch.of("381").payment("PSP4", "CAP4", "4", "1.00"));
        assertThat(places(batch, LineState.OPEN, 0, 2)).containsExactly(1L, 3L);
        assertThat(places(batch, LineState.OPEN, 3, 2)).containsExactly(4L);
        assertThat(places(batch, LineState.OPEN, 4, 2)).isEmpty();
        assertThat(world.lines.page(batch, 1, 3))
                .extracting(SettlementLines.Stored::place)
                .as("in whatever state")
                .containsExactly(2L, 3L, 4L);
        assertThat(world.lines.page(other, 0, MOST)).hasSize(1);
    }

    @Test
    void a_line_is_found_at_its_place_and_nowhere_else() {
        SettlementBatch batch = world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "1", "1.00").payment("PSP2", "CAP2", "2", "2.00"));
        assertThat(world.lines.line(batch, 2))
                .hasValueSatisfying(
                        line -> assertThat(line.line().references().payment()).isEqualTo("PSP2"));
        assertThat(world.lines.line(batch, 3)).isEmpty();
        assertThat(world.lines.line(batch, 0)).isEmpty();
    }

    @Test
    void a_marking_says_what_became_of_a_line_and_leaves_the_others() {
        SettlementBatch batch = world.receive(
                MadeBatch.of("380").payment("PSP1", "CAP1", "1", "1.02").payment("PSP2", "CAP2", "2", "1.00"));
        SettlementBatch other = world.receive(MadeBatch.of("381").payment("PSP4", "CAP4", "4", "1.00"));
        SettlementLines.Stored second = world.lines.page(batch, 1, 1).get(0);
        world.lines.mark(
                batch.id(),
                List.of(
                        new SettlementLines.Marking(
                                1, LineState.SETTLED, "ORDER_WITHIN_TOLERANCE", 1, new BigDecimal("0.02")),
                        SettlementLines.Marking.open(second, Unmatched.MISSING_TRANSACTION)));
        assertThat(world.lines.page(batch, 0, MOST))
                .extracting(line -> line.state() + " " + line.how() + " " + line.with() + " " + line.variance())
                .containsExactly("SETTLED ORDER_WITHIN_TOLERANCE 1 0.02", "OPEN MISSING_TRANSACTION 0 0");
        assertThat(world.lines.varying(batch))
                .extracting(SettlementLines.Stored::place)
                .containsExactly(1L);
        assertThat(only(other).how()).isEmpty();
        assertThat(world.lines.varying(other)).isEmpty();
    }

    @Test
    void groups_are_counted_by_state_cause_and_currency() {
        SettlementBatch batch = world.receive(MadeBatch.of("380")
                .payment("PSP1", "CAP1", "1", "10.00")
                .payment("PSP2", "CAP2", "2", "-4.00")
                .foreign("PSP3", Money.of("100.00", "SEK"), "0.0741")
                .payment("PSP4", "CAP4", "4", "7.00")
                .other(LineKind.FEE, "-0.10"));
        world.lines.mark(
                batch.id(), List.of(new SettlementLines.Marking(4, LineState.SETTLED, "ORDER", 4, BigDecimal.ZERO)));
        assertThat(world.lines.groups(batch.id()))
                .containsExactly(
                        new SettlementLines.Group(LineState.OPEN, "", Money.of("6.00", "GBP"), BigDecimal.ZERO, 2, 2),
                        new SettlementLines.Group(LineState.OPEN, "", Money.of("100.00", "SEK"), BigDecimal.ZERO, 1, 4),
                        new SettlementLines.Group(
                                LineState.SETTLED, "ORDER", Money.of("7.00", "GBP"), BigDecimal.ZERO, 1, 5),
                        new SettlementLines.Group(
                                LineState.SUMMED, "", Money.of("-0.10", "GBP"), BigDecimal.ZERO, 1, 6));
    }
}
