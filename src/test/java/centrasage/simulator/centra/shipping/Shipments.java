package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.OrderShipment;
import centrasage.simulator.trade.Payment;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Creates, pays for and completes shipments. Each change is one change of the order, so that an order never shows half of it;
 * what is refused changes nothing, except that a failed capture is noted in the payment history.
 */
public final class Shipments {
    /**
     * What came of it.
     *
     * @param entry what the payment history got, if anything
     * @param captureFailure null when no capture failed
     */
    public record Done(
            OrderShipment row,
            @Nullable Payment entry,
            @Nullable String captureFailure) {}

    private final CentraState state;
    private final Captures captures;

    public Shipments(CentraState state, Captures captures) {
        this.state = state;
        this.captures = captures;
    }

    /** A capture that fails does not keep the shipment from being created. */
    public Done create(NewShipment wanted) {
        if (state.order(wanted.order()) == null) {
            throw new ShippingRefused("Could not find order with number " + wanted.order(), "input", "order");
        }
        AtomicReference<Captured> outcome = new AtomicReference<>();
        state.change(wanted.order(), order -> {
            Shipment made = new ShipmentMaker(order, wanted).make(state.now());
            CentraOrder with = order.withShipping(order.shipping().with(made));
            Captured after =
                    wanted.capture() ? captures.capture(with, made, state.now()) : Captured.nothingTaken(with, made);
            outcome.set(after);
            Instant shippedAt = wanted.shippedAt();
            return replaced(after.order(), shippedAt == null ? after.shipment() : shipped(after, shippedAt));
        });
        return done(Objects.requireNonNull(outcome.get()));
    }

    /** Changes what the warehouse says about a shipment. */
    public OrderShipment amend(int id, UnaryOperator<Shipment> change) {
        return done(id, (order, shipment) -> Captured.nothingTaken(order, change.apply(shipment)))
                .row();
    }

    /** Only once: a second time is refused, and takes no money. */
    public Done capture(int id) {
        return done(id, (order, shipment) -> {
            if (shipment.payment().captured()) {
                throw new ShippingRefused("Shipment " + shipment.number() + " is already captured", "id");
            }
            return captures.capture(order, shipment, state.now());
        });
    }

    /** The goods leave. Only once, and only when they may go and are paid for. */
    public OrderShipment complete(int id, Instant shippedAt, UnaryOperator<Shipment> change) {
        return done(id, (order, shipment) -> {
                    Captured before = Captured.nothingTaken(order, shipment);
                    return Captured.nothingTaken(order, change.apply(shipped(before, shippedAt)));
                })
                .row();
    }

    private Shipment shipped(Captured before, Instant shippedAt) {
        Shipment shipment = before.shipment();
        check(!shipment.shipped(), "Shipment " + shipment.number() + " is already shipped");
        check(!before.order().standing().onHold(), "Order is on hold");
        check(shipment.goodToGo(), "Shipment " + shipment.number() + " is not good to go");
        check(shipment.payment().paid(), "Shipment " + shipment.number() + " is not paid");
        check(!shippedAt.isAfter(state.now()), "shippedAt cannot be in the future");
        return shipment.withShippedAt(shippedAt);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new ShippingRefused(otherwise, "id");
        }
    }

    private Done done(int id, BiFunction<CentraOrder, Shipment, Captured> change) {
        AtomicReference<Captured> outcome = new AtomicReference<>();
        state.change(row(id).order().number(), order -> {
            Captured after = change.apply(order, row(id).shipment());
            outcome.set(after);
            return replaced(after.order(), after.shipment());
        });
        return done(Objects.requireNonNull(outcome.get()));
    }

    private static CentraOrder replaced(CentraOrder order, Shipment shipment) {
        return order.withShipping(order.shipping().with(shipment)).settled();
    }

    private Done done(Captured outcome) {
        return new Done(row(outcome.shipment().id()), outcome.entry(), outcome.failure());
    }

    private OrderShipment row(int id) {
        OrderShipment row = state.shipment(id);
        if (row == null) {
            throw new ShippingRefused("Could not find shipment with ID " + id, "id");
        }
        return row;
    }
}
