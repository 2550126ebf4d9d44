package centrasage.refunds.plan;

import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
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
        Money none = Money.zero(value.currency());
        boolean comparable = Stream.concat(now.invoiced().stream(), now.credited().stream())
                .allMatch(each -> each.currency().equals(value.currency()));
        if (!comparable) {
            return List.of(otherCurrency);
        }
        Money invoiced = now.invoiced().stream().reduce(none, Money::plus);
        Money credited = now.credited().stream().reduce(none, Money::plus);
        return credited.plus(value).compareTo(invoiced) > 0
                ? List.of(reasons.aboveInvoice(value, credited, invoiced))
                : List.of();
    }
}
