package centrasage.simulator.http;

/** What a route does with a request. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request) throws Exception;
}
