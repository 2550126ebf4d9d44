package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.query.Search;
import centrasage.simulator.centra.query.ShipmentFilter;
import centrasage.simulator.centra.query.Sort;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.DataFaults;
import centrasage.simulator.centra.state.OrderShipment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;

/** The root fields that read shipments. */
record ShipmentQueries(CentraState state, DataFaults faults) {

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("shipments", (root, environment) -> Connections.list(search(environment), faults, environment))
                .with(
                        "shipmentConnection",
                        (root, environment) -> Connections.of(search(environment), faults, environment))
                .addTo(wiring, "Query");
    }

    private Search<OrderShipment> search(DataFetchingEnvironment environment) {
        Map<String, Object> where = environment.getArgumentOrDefault("where", Map.of());
        List<String> sorts = environment.getArgumentOrDefault("sort", List.of());
        String integration = Call.of(environment).token().integration();
        return new Search<>(
                state.shipments().toList(),
                ShipmentFilter.of(integration).compile(where),
                new Sort<>(ShipmentFilter.sortFields(), sorts));
    }
}
