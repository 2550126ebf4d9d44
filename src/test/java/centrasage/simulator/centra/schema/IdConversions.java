package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.Refused;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The external ids of orders, many at once; an id that another order of the integration has is taken away from that one. */
final class IdConversions {
    private static final int LENGTH_MAX = 255;

    private final CentraState state;

    IdConversions(CentraState state) {
        this.state = state;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>().with("setIdConversions", this::set).addTo(wiring, "Mutation");
    }

    private MutationResult set(Object root, DataFetchingEnvironment environment) {
        String integration = Call.of(environment).token().integration();
        List<Map<String, Object>> inputs = environment.getArgumentOrDefault("input", List.of());
        List<CentraOrder> orders = new ArrayList<>();
        for (Map<String, Object> input : inputs) {
            if (!"Order".equals(input.get("objectType"))) {
                throw Refused.notSimulated("external ids of anything but orders");
            }
            int number = ((Number) input.getOrDefault("internalId", 0)).intValue();
            String externalId = String.valueOf(input.get("externalId"));
            if (state.order(number) == null || externalId.length() > LENGTH_MAX) {
                return MutationResult.refused("Could not find Order with ID " + number, "input", "internalId");
            }
            orders.add(set(integration, number, externalId));
        }
        return new MutationResult(orders, List.of());
    }

    private CentraOrder set(String integration, int number, String externalId) {
        CentraOrder holder = state.orderByExternalId(integration, externalId);
        if (holder != null && holder.number() != number) {
            state.change(holder.number(), order -> order.withExternalId(integration, ""));
        }
        return state.change(number, order -> order.withExternalId(integration, externalId));
    }
}
