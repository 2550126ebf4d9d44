package centrasage.simulation;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewSalesOrder;
import centrasage.sync.posting.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sage 200 as far as it matters here: it enforces no uniqueness, commits late, leaves half documents, has users with records open, and
 * runs out of stock. Its own state is what the truths are held against.
 */
final class SageModel {
    static final String US = "api";

    private final MovableClock clock;
    private final SageTotals totals;
    private final List<SageOrder> orders = new ArrayList<>();
    private final List<SageDespatch> despatches = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private final Map<String, Integer> onHand = new HashMap<>();
    private Instant accountLockedUntil = Instant.MIN;
    private long ids;
    private @Nullable Instant committing;

    /** A write that Sage has taken and not committed yet. */
    private record Late(Instant at, Runnable commit) {}

    SageModel(MovableClock clock, SageTotals totals) {
        this.clock = clock;
        this.totals = totals;
    }

    SageTotals totals() {
        return totals;
    }

    /** What is there now. */
    List<SageOrder> orders() {
        settle();
        return orders;
    }

    List<SageDespatch> despatches() {
        settle();
        return despatches;
    }

    Optional<SageOrder> order(long id) {
        return orders().stream().filter(order -> order.id == id).findFirst();
    }

    List<SageOrder> under(String key) {
        return orders().stream().filter(order -> order.key.equals(key)).toList();
    }

    void later(Duration after, Runnable commit) {
        late.add(new Late(clock.now().plus(after), commit));
    }

    /** Whether everything that was sent is committed or lost. */
    boolean isSettled() {
        settle();
        return late.isEmpty();
    }

    private void settle() {
        while (!late.isEmpty()) {
            Optional<Late> due = late.stream()
                    .filter(each -> !each.at().isAfter(clock.now()))
                    .min((one, other) -> one.at().compareTo(other.at()));
            if (due.isEmpty()) {
                return;
            }
            late.remove(due.get());
            committing = due.get().at();
            due.get().commit().run();
            committing = null;
        }
    }

    /** When what is being committed is committed. */
    private Instant now() {
        Instant at = committing;
        return at == null ? clock.now() : at;
    }

    SageOrder add(NewSalesOrder order, boolean draft) {
        SageOrder added = new SageOrder(++ids, order, now(), draft);
        order.lines().forEach(line -> added.lines.add(new SageOrder.Line(++ids, line)));
        orders.add(added);
        return added;
    }

    void addLine(SageOrder order, NewSalesOrder.Line line) {
        order.lines.add(new SageOrder.Line(++ids, line));
    }

    void removeDraft(long id) {
        orders.removeIf(order -> order.id == id && order.draft);
    }

    SageDespatch despatch(SageOrder order, String user, String notes, Map<Long, Integer> quantities) {
        SageDespatch added = new SageDespatch(++ids, order.id, user, notes, quantities);
        for (SageOrder.Line line : order.lines) {
            int quantity = quantities.getOrDefault(line.id, 0);
            line.despatched += quantity;
            line.allocated = Math.max(0, line.allocated - quantity);
            onHand.merge(line.product(), -quantity, Integer::sum);
        }
        despatches.add(added);
        return added;
    }

    void track(SageDespatch despatch, NewDespatch.Tracking tracking, boolean courierIsKnown) {
        despatch.consignment = tracking.consignment();
        despatch.courier = courierIsKnown ? tracking.courier() : despatch.courier;
    }

    void stock(String product, int quantity) {
        onHand.merge(product, quantity, Integer::sum);
    }

    /** In stock, and not allocated to any order. */
    int free(String product) {
        int allocated = orders.stream()
                .filter(order -> !order.cancelled)
                .flatMap(order -> order.lines.stream())
                .filter(line -> line.isGoods() && line.product().equals(product))
                .mapToInt(line -> line.allocated)
                .sum();
        return onHand.getOrDefault(product, 0) - allocated;
    }

    void lockAccount(Duration length) {
        accountLockedUntil = clock.now().plus(length);
    }

    void lock(SageOrder order, Duration length) {
        order.lockedUntil = clock.now().plus(length);
    }

    boolean accountIsLocked() {
        return accountLockedUntil.isAfter(now());
    }

    boolean isLocked(SageOrder order) {
        return order.lockedUntil.isAfter(now());
    }

    /** Every user closes what is open, and the warehouse is full. */
    void calmDown() {
        accountLockedUntil = Instant.MIN;
        orders().forEach(order -> {
            order.lockedUntil = Instant.MIN;
            order.onHold = false;
        });
        Shop.PRODUCTS.forEach(product -> stock(product, 1000));
    }

    static Reason reason(String code) {
        return new Reason(code, Owner.OPERATIONS, code, "Look at it in Sage 200");
    }
}
