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

    /**
     * As it may be posted, for of an order never more is credited than was invoiced. What it exceeds that by within the tolerance is left
     * out: Sage rounds the VAT of each invoice, so that those of an order in parts may come to pennies less than Centra's amounts.
     */
    Credit.Made fitted(SalesDocument document, Reason otherCurrency, BigDecimal tolerance) {
        Money value = document.value();
        boolean comparable = Stream.concat(now.invoiced().stream(), now.credited().stream())
                .allMatch(each -> each.currency().equals(value.currency()));
        if (!comparable) {
            return new Credit.Made(null, List.of(otherCurrency));
        }
        Money none = Money.zero(value.currency());
        Money invoiced = now.invoiced().stream().reduce(none, Money::plus);
        Money credited = now.credited().stream().reduce(none, Money::plus);
        Money excess = credited.plus(value).minus(invoiced);
        if (excess.amount().signum() <= 0) {
            return new Credit.Made(document, List.of());
        }
        return excess.amount().compareTo(tolerance) <= 0 && excess.compareTo(value) < 0
                ? new Credit.Made(document.less(excess), List.of())
                : new Credit.Made(null, List.of(reasons.aboveInvoice(value, credited, invoiced)));
    }
}
