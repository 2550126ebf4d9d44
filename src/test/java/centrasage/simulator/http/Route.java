package centrasage.simulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A method and a path template with its handler, and whether faults may strike it. */
public final class Route {
    /** Which rates of {@link FaultSettings} apply to a route. */
    public enum Traffic {
        READ,
        WRITE,
        /** Struck by no rate, only by faults that a test orders: losing a rotated token is a scene of its own. */
        ON_ORDER,
        /** Never struck: control routes, sign-in pages. */
        SHELTERED
    }

    private final String method;
    private final String template;
    private final List<String> segments;
    private final Handler handler;
    private Function<Request, Traffic> traffic = request -> Traffic.SHELTERED;
    private Function<Request, String> key = request -> request.path() + "?" + request.query();

    Route(String method, String template, Handler handler) {
        this.method = method;
        this.template = template;
        this.segments = split(template);
        this.handler = handler;
    }

    /** Exposes a reading route to the faults of reads; its identity is its path and query. */
    public Route read() {
        traffic = request -> Traffic.READ;
        return this;
    }

    /** Exposes a writing route to the faults of writes, identified by a business key such as an order number. */
    public Route write(Function<Request, String> businessKey) {
        traffic = request -> Traffic.WRITE;
        key = businessKey;
        return this;
    }

    /** Exposes a route that reads or writes by what the request says, as GraphQL does. */
    public Route readOrWrite(Predicate<Request> writes, Function<Request, String> businessKey) {
        traffic = request -> writes.test(request) ? Traffic.WRITE : Traffic.READ;
        key = businessKey;
        return this;
    }

    /** Exposes a route to ordered faults alone. */
    public Route onOrder() {
        traffic = request -> Traffic.ON_ORDER;
        return this;
    }

    Handler handler() {
        return handler;
    }

    Traffic trafficOf(Request request) {
        return traffic.apply(request);
    }

    String template() {
        return template;
    }

    String identityOf(Request request) {
        return method + " " + key.apply(request);
    }

    /** The variables of the path, or null when it is another route's. */
    @Nullable
    Map<String, String> match(Request request) {
        List<String> actual = split(request.path());
        if (!method.equals(request.method()) || actual.size() != segments.size()) {
            return null;
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String expected = segments.get(i);
            if (expected.startsWith("{")) {
                parameters.put(expected.substring(1, expected.length() - 1), actual.get(i));
            } else if (!expected.equals(actual.get(i))) {
                return null;
            }
        }
        return parameters;
    }

    private static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }
}
