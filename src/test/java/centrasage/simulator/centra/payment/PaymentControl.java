package centrasage.simulator.centra.payment;

import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.trade.Payment;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The part of {@code /control} that plays payment providers, and staff that moves money by hand. */
public final class PaymentControl {
    private final CentraState state;
    private final Refunds refunds;

    public PaymentControl(CentraState state) {
        this.state = state;
        this.refunds = new Refunds(state);
    }

    public void addTo(Router router) {
        router.on("GET", "/control/payments", request -> all());
        router.on("GET", "/control/orders/{number}/payments", request -> dump(order(request), entries(request)));
        router.on("POST", "/control/orders/{number}/payments", this::add);
        router.on("POST", "/control/orders/{number}/refund", this::refund);
        router.on("POST", "/control/orders/{number}/payments/{id}/reverse", this::reverse);
        router.on("POST", "/control/captures/settle", this::settleCaptures);
        router.on("POST", "/control/refunds/settle", this::settleRefunds);
    }

    private Response all() {
        ArrayNode rows = Json.array();
        state.orders()
                .forEach(order -> order.trade().payments().forEach(entry -> rows.add(PaymentDump.write(order, entry))));
        return Response.json(rows);
    }

    /**
     * {@code {"type": "CAPTURE", "amount": 12.50, "times": 2, "status": "SUCCESS", "gateway": "adyen", "reference": "PSP1", "source":
     * "AMS", "createdAt": "2026-11-20T10:00:00Z", "return": 70001}}: all but the type may be left out. Nothing is checked: so it
     * was, outside of Centra.
     */
    private Response add(Request request) {
        PaymentOrder wanted = new PaymentOrder(request.jsonObject());
        List<Payment> made = new ArrayList<>();
        CentraOrder after = state.changeDependents(order(request).number(), order -> {
            made.clear();
            CentraOrder logged = order;
            for (int i = 0; i < wanted.times(); i++) {
                made.add(wanted.entry(logged, state.now()));
                logged = logged.logged(made.get(i));
            }
            return logged;
        });
        return dump(after, made);
    }

    /** {@code {"amount": 5.00, "reason": "goodwill", "return": 70001, "force": false}}: a return may be named, and need not be. */
    private Response refund(Request request) {
        PaymentOrder wanted = new PaymentOrder(request.jsonObject());
        CentraOrder order = order(request);
        return answered(() -> dump(
                order,
                refunds.refund(
                        order.number(),
                        wanted.minor(order),
                        wanted.origin(order),
                        wanted.json().path("force").asBoolean())));
    }

    private Response reverse(Request request) {
        CentraOrder order = order(request);
        return answered(() ->
                dump(order, List.of(refunds.reverse(order.number(), number(request.pathParameter("id"))))));
    }

    /** {@code {"share": 100, "seed": 1, "fail": 0}}: that percentage of what is outstanding is answered. */
    private Response settleCaptures(Request request) {
        return Response.json(Settlement.ofCaptures(state).settle(request.jsonObject()));
    }

    /** {@code {"share": 100, "seed": 1, "fail": 0}}. */
    private Response settleRefunds(Request request) {
        return Response.json(Settlement.ofRefunds(state).settle(request.jsonObject()));
    }

    private List<Payment> entries(Request request) {
        return order(request).trade().payments();
    }

    private static Response dump(CentraOrder order, List<Payment> entries) {
        ArrayNode rows = Json.array();
        entries.forEach(entry -> rows.add(PaymentDump.write(order, entry)));
        return Response.json(rows);
    }

    private static Response answered(Supplier<Response> work) {
        try {
            return work.get();
        } catch (ShippingRefused refused) {
            throw new Refusal(Response.message(409, refused.message()));
        }
    }

    private CentraOrder order(Request request) {
        CentraOrder order = state.order(number(request.pathParameter("number")));
        if (order == null) {
            throw new Refusal(Response.message(404, "no order " + request.pathParameter("number")));
        }
        return order;
    }

    private static int number(String text) {
        return text.matches("\\d{1,10}") ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text)) : 0;
    }
}
