package centrasage.console.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.money.Money;
import centrasage.settlements.MadeBatch;
import centrasage.settlements.SettlementWorld;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines.Group;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sum at the top of a payout. */
class PayoutProofTest {
    private final SettlementWorld world = new SettlementWorld();

    private static List<String> steps(PayoutProof proof) {
        return proof.steps().stream()
                .map(step -> step.name() + " " + step.amount().amount().toPlainString())
                .toList();
    }

    private static Money pounds(String amount) {
        return Money.of(amount, "GBP");
    }

    private static MadeBatch full() {
        return MadeBatch.of("380")
                .payment("PSP1", "CAP1", "1", "100.00", "1.20")
                .payment("PSP2", "CAP2", "2", "-30.00")
                .other(LineKind.CHARGEBACK, "-12.00")
                .other(LineKind.FEE, "-0.10")
                .other(LineKind.TAX, "-0.24")
                .other(LineKind.RESERVE, "-5.00")
                .other(LineKind.INVOICE_DEDUCTION, "-9.00");
    }

    @Test
    void it_reads_like_arithmetic_from_the_sales_to_what_is_paid_out() {
        PayoutProof proof = PayoutProof.of(world.receive(full().paidOut()));
        assertThat(steps(proof))
                .containsExactly(
                        "Sales 100.00",
                        "Refunds -30.00",
                        "Chargebacks -12.00",
                        "Fees: commission -1.20",
                        "Fees: processing -0.10",
                        "VAT on fees -0.24",
                        "Deducted for the provider's invoices -9.00",
                        "Held back, or given back, as security -5.00");
        assertThat(proof.comesTo()).isEqualTo(pounds("42.46"));
        assertThat(proof.paidOut()).isEqualTo(pounds("42.46"));
        assertThat(proof.closes()).isTrue();
    }

    @Test
    void what_is_carried_to_the_next_is_a_step_of_it() {
        PayoutProof proof = PayoutProof.of(world.receive(full().carried()));
        assertThat(steps(proof)).endsWith("Carried from or to other payouts -42.46");
        assertThat(proof.paidOut()).isEqualTo(pounds("0.00"));
        assertThat(proof.closes()).isTrue();
    }

    /** Its provider's own totals say so, or it would not be proven. */
    @Test
    void what_a_proven_file_does_not_pay_out_stays_with_the_provider() {
        PayoutProof proof = PayoutProof.of(world.receive(full()));
        assertThat(steps(proof)).endsWith("Stays with the provider -42.46");
        assertThat(proof.closes()).isTrue();
    }

    @Test
    void what_a_file_that_does_not_hold_is_apart_by_is_its_difference() {
        long id = world.receive(full().other(LineKind.PAYOUT, "-40.00")).id();
        world.put(id, BatchState.STOPPED);
        PayoutProof proof = PayoutProof.of(world.batch(id));
        assertThat(proof.paidOut()).isEqualTo(pounds("40.00"));
        assertThat(proof.comesTo()).isEqualTo(pounds("42.46"));
        assertThat(proof.difference()).isEqualTo(pounds("2.46"));
        assertThat(proof.closes()).isFalse();
    }

    private static Group group(LineState state, String amount, String currency, long lines) {
        return new Group(state, "", Money.of(amount, currency), BigDecimal.ZERO, lines, 2);
    }

    @Test
    void lines_that_wait_are_the_difference_of_a_payout_whose_file_adds_up() {
        SettlementBatch batch = world.receive(full().paidOut());
        List<Group> groups = List.of(
                group(LineState.OPEN, "83.20", "GBP", 2),
                group(LineState.PERSON, "-3.20", "GBP", 1),
                group(LineState.SETTLED, "20.00", "GBP", 9));
        PayoutRow row = new PayoutRow(batch, groups, List.of());
        assertThat(row.difference()).isEqualTo(pounds("80.00"));
        assertThat(row.waitingLines()).isEqualTo(3);
        assertThat(row.explained().done()).containsExactly(groups.get(2));
    }

    @Test
    void a_payout_is_without_difference_only_once_its_lines_are_counted() {
        SettlementBatch batch = world.receive(full().paidOut());
        assertThat(new PayoutRow(batch, List.of(), List.of()).difference()).isNull();
        assertThat(new PayoutRow(batch, List.of(group(LineState.SETTLED, "1.00", "GBP", 1)), List.of()).difference())
                .isEqualTo(pounds("0.00"));
        assertThat(new PayoutRow(batch, List.of(group(LineState.OPEN, "9.00", "SEK", 1)), List.of()).difference())
                .as("what only another currency has")
                .isEqualTo(Money.of("9.00", "SEK"));
    }
}
