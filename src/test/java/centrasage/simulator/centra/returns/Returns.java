package centrasage.simulator.centra.returns;

import centrasage.simulator.centra.payment.Refunds;
import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.centra.state.OrderShipment;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Takes goods back. Whether their money goes back is another matter: either may happen without the other. */
public final class Returns {
    private final CentraState state;

    public Returns(CentraState state) {
        this.state = state;
    }

    /** @param finish what more is to be said about it, before anybody sees it */
    public OrderReturn create(NewReturn wanted, UnaryOperator<Return> finish) {
        OrderShipment row = state.shipment(wanted.shipment());
        if (row == null) {
            throw new ShippingRefused("Could not find shipment with ID " + wanted.shipment(), "input", "shipment");
        }
        AtomicInteger id = new AtomicInteger();
        state.changeDependents(row.order().number(), order -> {
            Return made = new ReturnMaker(order, row.shipment(), wanted).make(state.nextReturnId(), state.now());
            id.set(made.id());
            return with(order, finish.apply(made));
        });
        return row(id.get());
    }

    /** Only once. */
    public OrderReturn complete(int id) {
        check(!row(id).made().completed(), "Return " + id + " is already completed");
        return change(id, made -> made.withCompleted(true));
    }

    public OrderReturn uncomplete(int id) {
        check(row(id).made().completed(), "Return " + id + " is not completed");
        return change(id, made -> made.withCompleted(false));
    }

    /** As long as neither goods nor money were booked for it (inferred). */
    public OrderReturn delete(int id) {
        OrderReturn row = row(id);
        check(!row.made().completed(), "Return " + id + " is completed and cannot be deleted");
        check(!Refunds.isRefunded(row), "Return " + id + " is refunded and cannot be deleted");
        state.changeDependents(
                row.order().number(),
                order -> order.withShipping(order.shipping().withoutReturn(id)));
        return row;
    }

    public OrderReturn row(int id) {
        OrderReturn row = state.returned(id);
        if (row == null) {
            throw new ShippingRefused("Could not find return with ID " + id, "id");
        }
        return row;
    }

    private OrderReturn change(int id, UnaryOperator<Return> change) {
        state.changeDependents(row(id).order().number(), order -> {
            Return made = Objects.requireNonNull(state.returned(id)).made();
            return with(order, change.apply(made).withUpdatedAt(state.now()));
        });
        return row(id);
    }

    private static CentraOrder with(CentraOrder order, Return made) {
        return order.withShipping(order.shipping().with(made));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new ShippingRefused(otherwise, "id");
        }
    }
}
