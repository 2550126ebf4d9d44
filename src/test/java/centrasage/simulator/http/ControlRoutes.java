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
        router.on("POST", "/control/faults/kill", this::orderKill);
        router.on("DELETE", "/control/faults/kill", this::cancelKills);
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

    /**
     * {@code {"window": "after-commit | after-answer", "pid": 4711, "after": 20, "key": "", "header": "X-Company: 33"}}: ends the
     * process at one of its writes, after having let so many of them pass.
     */
    private Response orderKill(Request request) {
        ObjectNode order = request.jsonObject();
        Kill.Window window = Kill.Window.named(order.path("window").asText())
                .orElseThrow(() -> new Refusal(Response.message(400, "window: no such window")));
        long pid = order.path("pid").asLong();
        if (pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty()) {
            throw new Refusal(Response.message(400, "pid: must be a process other than the simulator's own"));
        }
        OrderedFaults.Wanted writes = new OrderedFaults.Wanted(
                FaultKind.RESET_BEFORE_COMMIT,
                order.path("key").asText(""),
                order.path("header").asText(""));
        faults.kills().order(new Kill(window, pid, writes, order.path("after").asInt(0)));
        return Response.json(faults.toJson());
    }

    /** Takes back the deaths that have not come; those that have stay counted. */
    private Response cancelKills(Request request) {
        faults.kills().cancel();
        return Response.json(faults.toJson());
    }

    private Response reset(Request request) {
        resetState.run();
        faults.reset();
        requests.reset();
        return Response.json(Json.object());
    }
}
