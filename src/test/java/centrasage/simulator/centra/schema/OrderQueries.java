package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.OrderFilter;
import centrasage.simulator.centra.query.Search;
import centrasage.simulator.centra.query.Sort;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The root fields that read orders. */
record OrderQueries(CentraState state, DataFaults faults) {

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("order", this::order)
                .with("orders", (root, environment) -> Connections.list(search(environment), faults, environment))
                .with(
                        "orderConnection",
                        (root, environment) -> Connections.of(search(environment), faults, environment))
                .addTo(wiring, "Query");
    }

    private @Nullable Object order(Object root, DataFetchingEnvironment environment) {
        return state.orderById(environment.getArgumentOrDefault("id", ""));
    }

    private Search<CentraOrder> search(DataFetchingEnvironment environment) {
        Map<String, Object> where = environment.getArgumentOrDefault("where", Map.of());
        List<String> sorts = environment.getArgumentOrDefault("sort", List.of());
        String integration = Call.of(environment).token().integration();
        return new Search<>(
                state.orders(),
                OrderFilter.of(integration).compile(where),
                new Sort<>(OrderFilter.sortFields(), sorts));
    }
}
