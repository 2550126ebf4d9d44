package centrasage.simulator.centra.payment;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShipmentPayment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Payment;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The payment providers answer what they were asked: the money has moved, or it has not. Each request has chance of its own,
 * so that the same seed settles the same.
 */
final class Settlement {
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final CentraState state;
    private final Payment.Type request;
    private final Payment.Type done;
    private final Payment.Type failed;
    private final Map<String, Long> sums = new TreeMap<>();
    private int settled;
    private int failures;

    private Settlement(CentraState state, Payment.Type request, Payment.Type done, Payment.Type failed) {
        this.state = state;
        this.request = request;
        this.done = done;
        this.failed = failed;
    }

    static Settlement ofCaptures(CentraState state) {
        return new Settlement(state, Payment.Type.CAPTURE_REQUEST, Payment.Type.CAPTURE, Payment.Type.CAPTURE_FAILED);
    }

    static Settlement ofRefunds(CentraState state) {
        return new Settlement(state, Payment.Type.REFUND_REQUEST, Payment.Type.REFUND, Payment.Type.REFUND_FAILED);
    }

    /** {@code {"share": 100, "fail": 0, "seed": 1}}, in percent; answers with how many there were and what they come to. */
    ObjectNode settle(ObjectNode settings) {
        long seed = settings.path("seed").asLong(1);
        for (CentraOrder order : List.copyOf(state.orders())) {
            for (Payment asked : order.trade().outstanding(request)) {
                Random chance = new Random((seed + asked.id()) * SPREAD);
                if (chance.nextInt(100) < settings.path("share").asInt(100)) {
                    answer(
                            order,
                            asked,
                            chance.nextInt(100) < settings.path("fail").asInt(0));
                }
            }
        }
        ObjectNode json = Json.object()
                .put("settled", settled)
                .put("failed", failures)
                .put(
                        "outstanding",
                        state.orders().stream()
                                .mapToInt(order ->
                                        order.trade().outstanding(request).size())
                                .sum());
        json.set("settledMinor", Json.mapper().valueToTree(sums));
        return json;
    }

    private void answer(CentraOrder order, Payment asked, boolean fails) {
        state.changeDependents(order.number(), now -> {
            CentraOrder logged = now.logged(entry(now, asked, fails));
            return fails && request == Payment.Type.CAPTURE_REQUEST ? unpaid(logged, asked) : logged;
        });
        failures += fails ? 1 : 0;
        settled += fails ? 0 : 1;
        if (!fails) {
            sums.merge(order.currency().code(), asked.minor(), Long::sum);
        }
    }

    private Payment entry(CentraOrder order, Payment asked, boolean fails) {
        return new Payment(
                order.nextPaymentId(),
                state.now(),
                fails ? failed : done,
                fails ? Payment.Status.FAILED : Payment.Status.SUCCESS,
                asked.minor(),
                asked.externalReference(),
                asked.gateway(),
                Payment.Origin.of(asked.gateway().name())
                        .forReturn(asked.origin().returned())
                        .answering(asked.id()));
    }

    /** The shipment whose money does not come is not paid any more, shipped or not. */
    private static CentraOrder unpaid(CentraOrder order, Payment asked) {
        return order.shipping().shipments().stream()
                .filter(shipment -> isFor(asked, shipment.payment()))
                .findFirst()
                .map(shipment -> order.withShipping(order.shipping().with(unpaid(shipment))))
                .orElse(order);
    }

    private static boolean isFor(Payment asked, ShipmentPayment payment) {
        return payment.capturedMinor() >= asked.minor() && asked.createdAt().equals(payment.capturedAt());
    }

    private static Shipment unpaid(Shipment shipment) {
        return shipment.withPayment(ShipmentPayment.NONE);
    }
}
