package centrasage.reconcile.received;

import centrasage.centra.OrderReturn;
import centrasage.centra.OrderReturnJson;
import centrasage.centra.client.RawOrder;
import centrasage.centra.client.RawReturn;
import centrasage.desk.BusinessException.Kind;
import centrasage.desk.Drift;
import centrasage.desk.DriftBook.Known;
import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.flow.ReturnNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.staging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** What was paid and came back in Centra and never arrived here. */
@ApplicationScoped
public class MoneyReceived {
    /** What happened just now is on its way here. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(30);

    private CentraMoney centra;
    private Arrivals arrivals;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    protected MoneyReceived() {}

    @Inject
    MoneyReceived(CentraMoney centra, Arrivals arrivals, Clock clock) {
        this.centra = centra;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * What is to be looked at.
     *
     * @param first from when on returns were made
     * @param last until when, included
     * @param orders whose payments are looked at, by number
     * @param company where what never arrived would go
     */
    public record Asked(Instant first, Instant last, Set<String> orders, String company) {}

    /**
     * @param missed what never arrived, as people are told of it
     * @param payments of the orders of which something never arrived
     * @param returns that never arrived
     */
    public record Found(List<Drift> missed, List<Received> payments, List<Received> returns) {}

    /** Whether it is the number of a payment or of a return. */
    public static boolean is(String number) {
        return PaymentNumber.is(number) || ReturnNumber.is(number);
    }

    /**
     * @param ours whether an order of this number and moment may be posted from here
     * @throws TargetUnavailable when Centra cannot be read
     */
    public Found look(Asked asked, BiPredicate<Long, Instant> ours) throws TargetUnavailable {
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        payments(asked, found);
        returns(asked, ours, found);
        return found;
    }

    private void payments(Asked asked, Found found) throws TargetUnavailable {
        List<RawOrder> paid = centra.payments(asked.orders());
        List<Fact> never = arrivals.withoutPayments(paid.stream()
                .flatMap(raw -> Fact.ofPayments(raw.text()).stream())
                .filter(this::isDue)
                .toList());
        Set<String> orders =
                never.stream().map(fact -> PaymentNumber.order(fact.number())).collect(Collectors.toSet());
        never.forEach(fact -> found.missed().add(told(asked.company(), fact)));
        paid.stream()
                .filter(raw -> orders.contains(Long.toString(raw.number())))
                .map(this::received)
                .forEach(found.payments()::add);
    }

    /** One that cannot be read is planned as that once it is staged. */
    private void returns(Asked asked, BiPredicate<Long, Instant> ours, Found found) throws TargetUnavailable {
        List<RawReturn> made = centra.returns(asked.first(), asked.last());
        Set<String> received =
                arrivals.returns(made.stream().map(MoneyReceived::number).toList());
        for (RawReturn raw : made) {
            Optional<OrderReturn> readable = OrderReturnJson.parse(raw.text())
                    .match(each -> Optional.of(each.document()), unreadable -> Optional.empty());
            boolean isMissed = !received.contains(number(raw))
                    && readable.filter(each -> !isDue(Fact.of(each)) || !ours.test(raw.order(), each.orderedAt()))
                            .isEmpty();
            if (isMissed) {
                found.returns().add(received(raw));
                readable.ifPresent(each -> found.missed().add(told(asked.company(), Fact.of(each))));
            }
        }
    }

    private boolean isDue(Fact fact) {
        return fact.happenedAt().plus(ON_ITS_WAY).isBefore(clock.instant());
    }

    private static String number(RawReturn raw) {
        return ReturnNumber.of(raw.order(), raw.id());
    }

    private Received received(RawOrder raw) {
        return new Received(
                Long.toString(raw.number()),
                OrderName.of(raw.number()),
                Objects.requireNonNullElseGet(raw.updatedAt(), clock::instant),
                raw.text(),
                raw.content());
    }

    private Received received(RawReturn raw) {
        return new Received(
                number(raw),
                OrderName.of(raw.order()),
                Objects.requireNonNullElseGet(raw.orderTouchedAt(), clock::instant),
                raw.text(),
                raw.content());
    }

    private static Drift told(String company, Fact fact) {
        return new Drift(
                Kind.NOT_COLLECTED,
                null,
                new PostingKey(company, fact.kind(), fact.number()),
                fact.value(),
                List.of(new Reason(
                        "NOT_COLLECTED",
                        Owner.OPERATIONS,
                        "It is in Centra and never arrived here; it was read by its number just now",
                        "Nothing for this one: the next run plans it, and then this closes by itself. If there are many, see that"
                                + " payment-import and refund-import run, and that a payment touches its order in Centra (confirm on"
                                + " your site, P2)")));
    }

    /** What people were told to be missing, and is here now, whatever is planned of it. */
    public List<Known> over(List<Known> known, Found found) {
        Set<String> missed =
                found.missed().stream().map(drift -> drift.key().sourceKey()).collect(Collectors.toSet());
        return known.stream()
                .filter(each -> is(each.key().sourceKey())
                        && !missed.contains(each.key().sourceKey()))
                .filter(each -> arrivals.isStaged(each.key().sourceKey()))
                .toList();
    }
}
