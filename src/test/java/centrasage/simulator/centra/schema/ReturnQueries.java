package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.ReturnFilter;
import centrasage.simulator.centra.query.Search;
import centrasage.simulator.centra.query.Sort;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.centra.state.OrderReturn;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;

/** The root fields that read returns. */
record ReturnQueries(CentraState state, DataFaults faults) {

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with(
                        "return",
                        (root, environment) -> state.returned(environment.<Integer>getArgumentOrDefault("id", 0)))
                .with("returns", (root, environment) -> Connections.list(search(environment), faults, environment))
                .with(
                        "returnConnection",
                        (root, environment) -> Connections.of(search(environment), faults, environment))
                .addTo(wiring, "Query");
    }

    private Search<OrderReturn> search(DataFetchingEnvironment environment) {
        Map<String, Object> where = environment.getArgumentOrDefault("where", Map.of());
        List<String> sorts = environment.getArgumentOrDefault("sort", List.of());
        return new Search<>(
                state.returns().toList(),
                ReturnFilter.all().compile(where),
                new Sort<>(ReturnFilter.sortFields(), sorts));
    }
}
