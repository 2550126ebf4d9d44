package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order is named by exactly one of its id, its number or the integration's own id. */
final class OrderReference {
    private OrderReference() {}

    static @Nullable CentraOrder find(
            CentraState state, @Nullable Object reference, DataFetchingEnvironment environment) {
        if (!(reference instanceof Map<?, ?> names) || names.size() != 1) {
            return null;
        }
        if (names.get("number") instanceof Integer number) {
            return state.order(number);
        }
        if (names.get("id") instanceof String id) {
            return state.orderById(id);
        }
        String integration = Call.of(environment).token().integration();
        return names.get("externalId") instanceof String id ? state.orderByExternalId(integration, id) : null;
    }
}
