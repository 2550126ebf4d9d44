package centrasage.settlements.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.read.Reading;
import centrasage.simulator.psp.PspBatch;
import centrasage.simulator.psp.PspEvent;
import centrasage.simulator.psp.PspEvent.What;
import centrasage.simulator.psp.PspHabits;
import centrasage.simulator.psp.PspMonth;
import centrasage.simulator.psp.StripeFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator writes in each provider's way is what its reader proves, to the penny. */
class PspFilesTest {
    private static final int FILES = 30;

    static Stream<Format> formats() {
        return Format.all();
    }

    private static List<PspBatch> batches(Format format, int file) {
        return format.batches(file, 1 + file % 25);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void its_reader_proves_each_batch_with_the_figures_of_the_simulator(Format format) {
        for (int file = 0; file < FILES; file++) {
            List<PspBatch> batches = batches(format, file);
            List<Batch> read = Reading.of(format.reader(), format.source(format.written(batches)))
                    .batches();
            assertThat(read).as("of seed %d", file).hasSameSizeAs(batches);
            for (int i = 0; i < batches.size(); i++) {
                says(read.get(i), batches.get(i), format);
            }
        }
    }

    private static void says(Batch read, PspBatch batch, Format format) {
        assertThat(read.faults()).as(format + " " + batch.number()).isEmpty();
        assertThat(read.warnings()).as(format + " " + batch.number()).isEmpty();
        assertThat(read.key().account()).isEqualTo(format.name().equals("Stripe") ? "stripe" : batch.account());
        assertThat(read.key().currency().getCurrencyCode()).isEqualTo(batch.currency());
        assertThat(read.first()).isEqualTo(batch.day());
        assertThat(read.paidOut()).isEqualTo(money(-batch.netMinor(What.PAYOUT), batch));
        Map<LineKind, Long> sums = sums(batch, format);
        for (LineKind kind : LineKind.values()) {
            assertThat(read.net(kind))
                    .as("%s %s %s", format, batch.number(), kind)
                    .isEqualTo(money(sums.getOrDefault(kind, 0L), batch));
        }
        if (format.habits().equals(PspHabits.PAYPAL)) {
            Money grown = money(-batch.netMinor(What.CARRY), batch);
            assertThat(read.closing()).isNotNull();
            assertThat(read.opening()).isNotNull();
            assertThat(read.closing().minus(read.opening())).isEqualTo(grown);
        }
    }

    private static Money money(long minor, PspBatch batch) {
        return new Money(BigDecimal.valueOf(minor, 2), Currency.getInstance(batch.currency()));
    }

    /** What PayPal carries is the balance, and no row. */
    private static Map<LineKind, Long> sums(PspBatch batch, Format format) {
        Map<LineKind, Long> sums = new EnumMap<>(LineKind.class);
        for (PspEvent event : batch.events()) {
            if (event.what() != What.CARRY || !format.habits().equals(PspHabits.PAYPAL)) {
                sums.merge(kind(event.what()), event.netMinor(), Long::sum);
            }
        }
        return sums;
    }

    private static LineKind kind(What what) {
        return switch (what) {
            case CAPTURE -> LineKind.SALE;
            case REFUND -> LineKind.REFUND;
            case CHARGEBACK -> LineKind.CHARGEBACK;
            case CHARGEBACK_WON -> LineKind.CHARGEBACK_REVERSAL;
            case FEE, COSTS -> LineKind.FEE;
            case TAX -> LineKind.TAX;
            case INVOICE -> LineKind.INVOICE_DEDUCTION;
            case RESERVE -> LineKind.RESERVE;
            case CONVERSION -> LineKind.CONVERSION;
            case CARRY -> LineKind.BALANCE_CARRY;
            case PAYOUT -> LineKind.PAYOUT;
        };
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_line_has_the_references_and_the_gross_of_its_payment(Format format) {
        List<PspBatch> batches = batches(format, 8);
        List<SettlementLine> lines =
                Reading.of(format.reader(), format.source(format.written(batches))).lines().stream()
                        .filter(line -> line.kind().isOfPayment())
                        .toList();
        List<PspEvent> events = batches.stream()
                .flatMap(batch -> batch.events().stream())
                .filter(event -> event.what().isOfPayment())
                .toList();
        assertThat(lines).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            PspEvent event = events.get(i);
            SettlementLine line = lines.get(i);
            assertThat(line.gross().amount()).isEqualTo(BigDecimal.valueOf(event.grossMinor(), 2));
            assertThat(line.gross().currency().getCurrencyCode()).isEqualTo(event.currency());
            assertThat(line.references().payment()).endsWith(event.names().payment());
            assertThat(line.kept().amount())
                    .isEqualTo(BigDecimal.valueOf(event.fees().sum(), 2));
        }
    }

    /** Else the other tests would prove less than they say. */
    @ParameterizedTest
    @MethodSource("formats")
    void the_simulator_does_what_the_provider_can_do(Format format) {
        List<PspBatch> all = IntStream.range(0, FILES)
                .boxed()
                .flatMap(file -> batches(format, file).stream())
                .toList();
        List<PspEvent> events =
                all.stream().flatMap(batch -> batch.events().stream()).toList();
        List<What> done =
                new ArrayList<>(List.of(What.CAPTURE, What.REFUND, What.CHARGEBACK, What.CHARGEBACK_WON, What.PAYOUT));
        done.addAll(format.habits().others());
        assertThat(events).extracting(PspEvent::what).containsAll(done);
        assertThat(events)
                .anyMatch(event -> event.fees().sum() < 0 || event.what() == What.FEE && event.netMinor() > 0);
        assertThat(all).anyMatch(batch -> batch.netMinor(What.PAYOUT) >= 0);
        if (format.habits().carries()) {
            assertThat(all).anyMatch(batch -> !batch.isPaidOut());
        }
        if (format.habits().rates()) {
            assertThat(events)
                    .anyMatch(event ->
                            event.currency().equals("EUR") && event.rate().signum() > 0);
        }
        if (format.habits().equals(PspHabits.PAYPAL)) {
            assertThat(all).extracting(PspBatch::currency).contains("EUR", "GBP");
            assertThat(events).extracting(PspEvent::what).contains(What.CONVERSION);
        }
    }

    @Test
    void what_stripe_has_not_paid_out_is_told_and_not_proven() {
        PspBatch whole = new PspMonth(1, PspHabits.STRIPE, 10).batch("HarbourGB", 7, 5);
        PspBatch open = new PspBatch(
                whole.account(),
                whole.number(),
                whole.currency(),
                whole.events().stream()
                        .filter(event -> event.what() != What.PAYOUT)
                        .toList());
        Reading reading =
                Reading.of(Format.stripe().reader(), Reading.file("payouts.csv", StripeFile.of(List.of(open))));

        assertThat(reading.batch().isProven()).isFalse();
        assertThat(reading.batch().sum()).isEqualTo(money(whole.earnedMinor(), whole));
        assertThat(reading.fault().why()).contains("no automatic payout");
    }
}
