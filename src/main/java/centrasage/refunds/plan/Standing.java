package centrasage.refunds.plan;

import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sage200.ledger.SalesDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether anything may be credited of an order now, and how much. */
final class Standing {
    private final Situation now;
    private final StandingReasons reasons;

    Standing(Situation now, StandingReasons reasons) {
        this.now = now;
        this.reasons = reasons;
    }

    /** That its order is not for the ledger. */
    Optional<Reason> notForTheLedger() {
        boolean skipped =
                now.order().state() == PostingState.SKIPPED && !now.order().isInvoicedByShipment();
        return now.order().key() == null || skipped
                ? Optional.of(reasons.orderNotPosted(now.order()))
                : Optional.empty();
    }

    /** That nobody but a person can say how it is credited. */
    Optional<Reason> byHand() {
        PostingState state = now.order().state();
        return state == PostingState.ABANDONED || state == PostingState.REVERSED
                ? Optional.of(reasons.givenUp())
                : Optional.empty();
    }

    /** That it is not invoiced yet, or what was sold is not known. */
    Optional<Reason> notYet() {
        if (!now.order().isPosted() && !now.order().isInvoicedByShipment()) {
            return Optional.of(reasons.orderNotInSage());
        }
        if (now.invoiced().isEmpty()) {
            return Optional.of(reasons.notInvoiced());
        }
        return now.sold() == null || now.site() == null ? Optional.of(reasons.linesUnknown()) : Optional.empty();
    }

    /** Of an order never more is credited than was invoiced. */
    List<Reason> above(Money value, Reason otherCurrency) {
        if (!isComparable(value)) {
            return List.of(otherCurrency);
        }
        return excess(value).amount().signum() > 0
                ? List.of(reasons.aboveInvoice(value, sum(now.credited(), value), sum(now.invoiced(), value)))
                : List.of();
    }

    /**
     * As it may be posted. What it exceeds the invoices by within the tolerance is left out: Sage rounds the VAT of each invoice, so that
     * those of an order in parts may come to pennies less than Centra's amounts.
     */
    Credit.Made fitted(SalesDocument document, Reason otherCurrency, BigDecimal tolerance) {
        Money value = document.value();
        List<Reason> above = above(value, otherCurrency);
        if (above.isEmpty()) {
            return new Credit.Made(document, List.of());
        }
        Money excess = isComparable(value) ? excess(value) : value;
        return excess.amount().compareTo(tolerance) <= 0 && excess.compareTo(value) < 0
                ? new Credit.Made(document.less(excess), List.of())
                : new Credit.Made(null, above);
    }

    private boolean isComparable(Money value) {
        return Stream.concat(now.invoiced().stream(), now.credited().stream())
                .allMatch(each -> each.currency().equals(value.currency()));
    }

    private Money excess(Money value) {
        return sum(now.credited(), value).plus(value).minus(sum(now.invoiced(), value));
    }

    private static Money sum(List<Money> amounts, Money value) {
        return amounts.stream().reduce(Money.zero(value.currency()), Money::plus);
    }
}
