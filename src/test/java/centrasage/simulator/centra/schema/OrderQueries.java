package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.OrderFilter;
import centrasage.simulator.centra.query.OrderPage;
import centrasage.simulator.centra.query.OrderSearch;
import centrasage.simulator.centra.query.OrderSort;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The root fields that read orders, and the pages they answer with. */
final class OrderQueries {
    /** The rows of a page as they are sent, faults included; the page knows where it truly ends. */
    record Connection(OrderPage page, List<CentraOrder> sent) {}

    record Edge(String cursor, CentraOrder node) {}

    private final CentraState state;
    private final DataFaults faults;

    OrderQueries(CentraState state, DataFaults faults) {
        this.state = state;
        this.faults = faults;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("order", this::order)
                .with("orders", this::orders)
                .with("orderConnection", this::connection)
                .addTo(wiring, "Query");
        new Fields<Connection>()
                .with("totalCount", connection -> connection.page().totalCount())
                .with("pageInfo", Connection::page)
                .with("edges", OrderQueries::edges)
                .addTo(wiring, "OrderConnection");
        new Fields<Edge>().with("cursor", Edge::cursor).with("node", Edge::node).addTo(wiring, "OrderEdge");
        new Fields<OrderPage>()
                .with("hasNextPage", OrderPage::hasNext)
                .with("hasPreviousPage", OrderPage::hasPrevious)
                .with("startCursor", OrderPage::startCursor)
                .with("endCursor", OrderPage::endCursor)
                .addTo(wiring, "PageInfo");
    }

    private @Nullable Object order(Object root, DataFetchingEnvironment environment) {
        return state.orderById(environment.getArgumentOrDefault("id", ""));
    }

    private List<CentraOrder> orders(Object root, DataFetchingEnvironment environment) {
        int limit = environment.<Integer>getArgumentOrDefault("limit", 20);
        int page = environment.<Integer>getArgumentOrDefault("page", 1);
        return withFaults(search(environment).page(limit, page));
    }

    private Connection connection(Object root, DataFetchingEnvironment environment) {
        OrderPage page = search(environment)
                .connection(
                        environment.getArgument("first"),
                        environment.getArgument("after"),
                        environment.getArgument("last"),
                        environment.getArgument("before"));
        return new Connection(page, withFaults(page.rows()));
    }

    private OrderSearch search(DataFetchingEnvironment environment) {
        Map<String, Object> where = environment.getArgumentOrDefault("where", Map.of());
        List<String> sorts = environment.getArgumentOrDefault("sort", List.of());
        OrderFilter filter = new OrderFilter(Call.of(environment).token().integration());
        return new OrderSearch(state.orders(), filter.compile(where), new OrderSort(sorts));
    }

    private List<CentraOrder> withFaults(List<CentraOrder> rows) {
        if (rows.size() < 2) {
            return rows;
        }
        List<CentraOrder> sent = new ArrayList<>(rows);
        if (faults.strikes(DataFaults.Kind.DUPLICATE_ROWS)) {
            sent.add(1, rows.get(0));
        }
        if (faults.strikes(DataFaults.Kind.REORDERED_ROWS)) {
            Collections.reverse(sent);
        }
        return sent;
    }

    private static List<Edge> edges(Connection connection) {
        return connection.sent().stream()
                .map(order -> new Edge(connection.page().cursor(order), order))
                .toList();
    }
}
