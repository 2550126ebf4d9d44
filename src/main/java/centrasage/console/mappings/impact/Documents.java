package centrasage.console.mappings.impact;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Parsed;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.orders.intake.Intake;
import centrasage.payments.intake.CollectPayments;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The orders whose documents are looked at, and how far these have come. */
@ApplicationScoped
class Documents {
    /** What would be planned again by other mappings, and what came lately: so many of each, at most. */
    static final int ORDERS_MAX = 5_000;

    /** A new version plans these again, or nothing has planned them yet: all others stay as they are. */
    private static final Set<PostingState> OPEN = EnumSet.of(
            PostingState.HELD,
            PostingState.REFUSED,
            PostingState.PLANNED,
            PostingState.WAITING,
            PostingState.LOCKED,
            PostingState.PARKED);

    private Staging staging;
    private PlanBasis basis;
    private Postings postings;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Documents() {}

    @Inject
    Documents(Staging staging, PlanBasis basis, Postings postings, Clock clock) {
        this.staging = staging;
        this.basis = basis;
        this.postings = postings;
        this.clock = clock;
    }

    /** The numbers of the orders: those that would be planned again first, whatever their age; then those that came in these days. */
    Set<String> orders(int days) {
        Set<String> numbers = new LinkedHashSet<>();
        for (String kind : List.of(Intake.KIND, CollectPayments.KIND)) {
            basis.plannedAgain(kind, 0, ORDERS_MAX).forEach(again -> numbers.add(again.key()));
        }
        for (String kind : List.of(Intake.KIND, CollectPayments.KIND)) {
            numbers.addAll(staging.keysSince(kind, clock.instant().minus(Duration.ofDays(days)), ORDERS_MAX));
        }
        return numbers;
    }

    Optional<Staged> latest(String kind, String number) {
        return staging.of(kind, number).stream()
                .max(Comparator.comparingInt(staged -> staged.document().version()));
    }

    /** Its posting, of several that which Sage has, or may have; empty where there was no plan of it yet. */
    Optional<Posting> posting(String sourceKey, Set<PostingKind> kinds) {
        List<Posting> found = postings.of(sourceKey).stream()
                .filter(each -> kinds.contains(each.key().kind()))
                .toList();
        return found.stream()
                .filter(Documents::isFixed)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Whether a new version of the mappings leaves it as it is. */
    static boolean isFixed(Posting posting) {
        return !OPEN.contains(posting.state());
    }

    /** What the order comes to, also where nothing can be planned of it. */
    static Money shown(Staged order) {
        return order.text()
                .map(OrderJson::parse)
                .flatMap(parsed -> parsed.match(Optional::of, unreadable -> Optional.<Parsed.Readable<Order>>empty()))
                .map(readable -> ShownAmount.of(
                        readable.document().grandTotal(), readable.document().currency()))
                .orElse(Money.zero(ShownAmount.BASE));
    }
}
