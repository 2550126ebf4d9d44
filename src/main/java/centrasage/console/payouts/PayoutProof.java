package centrasage.console.payouts;

import centrasage.money.Money;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A payout as a sum that reads like arithmetic: what shoppers paid, less what was given back and kept, is what came to the bank. All of it is
 * what the file says.
 *
 * @param steps from the sales down to what is paid out, those that come to nothing left out
 * @param paidOut what the file says was paid to the bank
 * @param difference by how much the steps come to more; 0.00 in a file that holds together
 */
public record PayoutProof(List<Step> steps, Money paidOut, Money difference) {
    private static final List<LineKind> OF_PAYMENTS = List.of(
            LineKind.SALE,
            LineKind.REFUND,
            LineKind.REFUND_REVERSAL,
            LineKind.CHARGEBACK,
            LineKind.CHARGEBACK_REVERSAL);
    private static final List<LineKind> OTHERS = List.of(
            LineKind.INVOICE_DEDUCTION,
            LineKind.RESERVE,
            LineKind.CONVERSION,
            LineKind.ADJUSTMENT,
            LineKind.BALANCE_CARRY);

    public PayoutProof {
        steps = List.copyOf(steps);
    }

    /** @param amount below zero where it takes something off */
    public record Step(String name, Money amount) {}

    static PayoutProof of(SettlementBatch batch) {
        Currency currency = batch.key().currency();
        BatchSums sums = batch.sums();
        Money none = Money.zero(currency);
        List<Step> steps = new ArrayList<>();
        OF_PAYMENTS.forEach(kind -> steps.add(new Step(name(kind), sums.own(kind, currency))));
        new TreeMap<>(sums.kept(currency)).forEach((kind, kept) -> steps.add(new Step(name(kind), none.minus(kept))));
        OTHERS.forEach(kind -> steps.add(new Step(name(kind), sums.own(kind, currency))));
        Money before = sum(steps, none);
        Money rest = before.minus(batch.paidOut());
        steps.add(new Step("Stays with the provider", none.minus(stays(batch, rest))));
        steps.removeIf(step -> step.amount().isZero());
        return new PayoutProof(steps, batch.paidOut(), sum(steps, none).minus(batch.paidOut()));
    }

    private static Money sum(List<Step> steps, Money none) {
        return steps.stream().map(Step::amount).reduce(none, Money::plus);
    }

    /** What a proven file leaves is what its provider says; of one that is not proven it is what it says itself, and the rest is wrong. */
    private static Money stays(SettlementBatch batch, Money rest) {
        Money opening = batch.opening();
        Money closing = batch.closing();
        boolean isProven = batch.state() != BatchState.STOPPED && batch.faultsInAll() == 0;
        if (isProven) {
            return rest;
        }
        return opening == null || closing == null ? Money.zero(rest.currency()) : closing.minus(opening);
    }

    /** What shoppers have paid. */
    static Money gross(SettlementBatch batch) {
        return batch.sums().own(LineKind.SALE, batch.key().currency());
    }

    /** All that the provider has kept for its work. */
    static Money fees(SettlementBatch batch) {
        Money none = Money.zero(batch.key().currency());
        Map<FeeKind, Money> kept = batch.sums().kept(batch.key().currency());
        return kept.values().stream().reduce(none, Money::plus);
    }

    /** What all steps come to. */
    public Money comesTo() {
        return paidOut.plus(difference);
    }

    public boolean closes() {
        return difference.isZero();
    }

    private static String name(LineKind kind) {
        return switch (kind) {
            case INVOICE_DEDUCTION -> "Deducted for the provider's invoices";
            case RESERVE -> "Held back, or given back, as security";
            case CONVERSION -> "Exchanged between currencies";
            case ADJUSTMENT -> "Corrections by the provider";
            case BALANCE_CARRY -> "Carried from or to other payouts";
            case REFUND_REVERSAL -> "Refunds that came back";
            case CHARGEBACK_REVERSAL -> "Chargebacks that were won";
            default -> sentence(kind.words());
        };
    }

    private static String name(FeeKind kind) {
        return kind == FeeKind.TAX ? "VAT on fees" : "Fees: " + kind.name().toLowerCase(Locale.ROOT);
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
