package centrasage.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The routes of one simulator, the gate before them and the answer to everything else. */
public final class Router {
    /** A route with the request that it matched. */
    record Match(Route route, Request request) {}

    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private Gate gate = request -> null;
    private Response notFound = Response.empty(404);

    /** Adds a route; a template's variables stand in braces. The first match wins. */
    public Route on(String method, String template, Handler handler) {
        Route route = new Route(method, template, handler);
        routes.add(route);
        return route;
    }

    /** Sets the gate in front of every route but those under {@code /control}. */
    public void gate(Gate newGate) {
        gate = newGate;
    }

    /** Sets the answer to unknown paths and to verbs that a path does not support. */
    public void notFound(Response answer) {
        notFound = answer;
    }

    @Nullable
    Response refusal(Request request) {
        return isControl(request) ? null : gate.refuse(request);
    }

    Response notFound() {
        return notFound;
    }

    @Nullable
    Match match(Request request) {
        for (Route route : routes) {
            Map<String, String> parameters = route.match(request);
            if (parameters != null) {
                return new Match(route, request.withPathParameters(parameters));
            }
        }
        return null;
    }

    static boolean isControl(Request request) {
        return request.path().startsWith("/control");
    }
}
