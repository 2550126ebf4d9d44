package centrasage.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of {@code /control} that every simulator has: faults, request counts, reset. */
final class ControlRoutes {
    private final Faults faults;
    private final RequestLog requests;
    private final Runnable resetState;

    ControlRoutes(Faults faults, RequestLog requests, Runnable resetState) {
        this.faults = faults;
        this.requests = requests;
        this.resetState = resetState;
    }

    void addTo(Router router) {
        router.on("GET", "/control/faults", request -> Response.json(faults.toJson()));
        router.on("PUT", "/control/faults", this::configure);
        router.on("POST", "/control/faults/next", this::order);
        router.on("DELETE", "/control/faults/next", this::cancel);
        router.on("GET", "/control/requests", request -> Response.json(requests.toJson()));
        router.on("POST", "/control/reset", this::reset);
    }

    private Response configure(Request request) {
        faults.configure(request.jsonObject());
        return Response.json(faults.toJson());
    }

    /**
     * {@code {"kind": "lock", "key": "C1001", "header": "X-Company: 34", "times": 1}}; without a key and a header it strikes
     * whatever comes next.
     */
    private Response order(Request request) {
        ObjectNode order = request.jsonObject();
        FaultKind kind = FaultKind.named(order.path("kind").asText())
                .orElseThrow(() -> new Refusal(Response.message(400, "kind: no such fault")));
        OrderedFaults.Wanted wanted = new OrderedFaults.Wanted(
                kind, order.path("key").asText(""), order.path("header").asText(""));
        faults.order(wanted, order.path("times").asInt(1));
        return Response.json(faults.toJson());
    }

    /** Takes back all that was ordered and answers with what it was and how often it struck. */
    private Response cancel(Request request) {
        ObjectNode before = faults.toJson();
        faults.cancelOrders();
        return Response.json(before);
    }

    private Response reset(Request request) {
        resetState.run();
        faults.reset();
        requests.reset();
        return Response.json(Json.object());
    }
}
