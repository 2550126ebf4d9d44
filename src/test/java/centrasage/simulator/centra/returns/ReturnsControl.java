package centrasage.simulator.centra.returns;

import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** The part of {@code /control} that plays customers who send goods back, and the staff that takes them. */
public final class ReturnsControl {
    private final CentraState state;

    public ReturnsControl(CentraState state) {
        this.state = state;
    }

    public void addTo(Router router) {
        router.on("GET", "/control/returns", request -> all());
        router.on("POST", "/control/returns/all", this::day);
    }

    private Response all() {
        ArrayNode rows = Json.array();
        state.returns().forEach(row -> rows.add(ReturnDump.write(row)));
        return Response.json(rows);
    }

    /**
     * {@code {"seed": 1, "share": 12, "part": 30, "complete": 90, "refund": 90, "goodwill": 2, "exchange": 10, "shipping": 40,
     * "returnCost": 30}}, all in percent: of the shipments, or of those that come back. Completing and refunding do not depend on
     * each other. Goodwill is money without a return, an exchange a new order of the same customer.
     */
    private Response day(Request request) {
        return Response.json(new ReturnsDay(state, request.jsonObject()).happen());
    }
}
