package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.Page;
import centrasage.simulator.centra.query.Search;
import centrasage.simulator.centra.state.DataFaults;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;

/** Relay's connections: pages of anything, forwards and backwards. */
final class Connections {
    /** The rows of a page as they are sent, faults included; the page knows where it truly ends. */
    record Connection<T>(Page<T> page, List<T> sent) {}

    record Edge<T>(String cursor, T node) {}

    private Connections() {}

    static <T> Connection<T> of(Search<T> search, DataFaults faults, DataFetchingEnvironment environment) {
        Page<T> page = search.connection(
                environment.getArgument("first"),
                environment.getArgument("after"),
                environment.getArgument("last"),
                environment.getArgument("before"));
        return new Connection<>(page, RowFaults.of(faults, page.rows()));
    }

    static <T> List<T> list(Search<T> search, DataFaults faults, DataFetchingEnvironment environment) {
        int limit = environment.<Integer>getArgumentOrDefault("limit", 20);
        int page = environment.<Integer>getArgumentOrDefault("page", 1);
        return RowFaults.of(faults, search.page(limit, page));
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Connection<?>>()
                .with("totalCount", connection -> connection.page().totalCount())
                .with("pageInfo", Connection::page)
                .with("edges", Connections::edges)
                .addTo(
                        wiring,
                        "OrderConnection",
                        "ShipmentConnection",
                        "ReturnConnection",
                        "ProductSizeConnection",
                        "ProductConnection");
        new Fields<Edge<?>>()
                .with("cursor", Edge::cursor)
                .with("node", Edge::node)
                .addTo(wiring, "OrderEdge", "ShipmentEdge", "ReturnEdge", "ProductSizeEdge", "ProductEdge");
        new Fields<Page<?>>()
                .with("hasNextPage", Page::hasNext)
                .with("hasPreviousPage", Page::hasPrevious)
                .with("startCursor", Page::startCursor)
                .with("endCursor", Page::endCursor)
                .addTo(wiring, "PageInfo");
    }

    private static <T> List<Edge<T>> edges(Connection<T> connection) {
        return connection.sent().stream()
                .map(row -> new Edge<>(connection.page().cursor(row), row))
                .toList();
    }
}
