package centrasage.orders.intake;

import centrasage.centra.client.RawOrder;
import centrasage.flow.OrderName;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Stages orders exactly as received, whichever way they came; what did not change is not staged twice. */
@ApplicationScoped
public class Intake {
    public static final String KIND = OrderName.DOCUMENT;

    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    Intake() {}

    @Inject
    public Intake(Staging staging) {
        this.staging = staging;
    }

    Instant readingBegins() {
        return staging.readingBegins();
    }

    /**
     * Commits the orders.
     *
     * @param readAt {@link #readingBegins()} before they were asked for; stands for the moment of change where an order does not
     *     tell it
     * @return how many were new or changed
     */
    public int stage(List<RawOrder> orders, Instant readAt) {
        return staging.stage(KIND, received(orders, readAt), readAt);
    }

    /** As {@link #stage(List, Instant)}, and on the disk: for what Centra tells only until it hears that it was taken. */
    int stageForGood(List<RawOrder> orders, Instant readAt) {
        return staging.stageForGood(KIND, received(orders, readAt), readAt);
    }

    static List<Received> received(List<RawOrder> orders, Instant fallback) {
        return orders.stream().map(order -> received(order, fallback)).toList();
    }

    /** @param fallback stands for the moment of change where the order does not tell it */
    public static Received received(RawOrder order, Instant fallback) {
        String number = Long.toString(order.number());
        Instant updated = Objects.requireNonNullElse(order.updatedAt(), fallback);
        return new Received(number, OrderName.of(number), updated, order.text(), order.content());
    }
}
