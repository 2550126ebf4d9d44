package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.Refused;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assigns dynamic attributes to orders, which are named by their number here and not by their id. */
final class AttributeMutations {
    private final CentraState state;

    AttributeMutations(CentraState state) {
        this.state = state;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("assignAttributes", this::assignOne)
                .with("assignAttributesBatch", this::assignMany)
                .addTo(wiring, "Mutation");
    }

    private MutationResult assignOne(Object root, DataFetchingEnvironment environment) {
        return assign(environment.getArgumentOrDefault("input", Map.of()));
    }

    /** Each object on its own: what can be assigned is, the rest is reported. */
    private MutationResult assignMany(Object root, DataFetchingEnvironment environment) {
        List<Map<String, Object>> inputs = environment.getArgumentOrDefault("input", List.of());
        List<CentraOrder> orders = new ArrayList<>();
        List<MutationResult.Problem> problems = new ArrayList<>();
        for (Map<String, Object> input : inputs) {
            MutationResult one = assign(input);
            orders.addAll(one.orders());
            problems.addAll(one.errors());
        }
        return new MutationResult(orders, problems);
    }

    private MutationResult assign(Map<String, Object> given) {
        Map<String, Object> input = new HashMap<>(given);
        if (!"Order".equals(input.get("objectType")) || input.get("mappedAttributes") != null) {
            throw Refused.notSimulated("attributes other than dynamic ones of orders");
        }
        int number = (Integer) input.getOrDefault("objectId", 0);
        if (state.order(number) == null) {
            return MutationResult.refused("Could not find Order with ID " + number, "input", "objectId");
        }
        List<?> assignments = (List<?>) input.getOrDefault("dynamicAttributes", List.of());
        for (Object assignment : assignments) {
            if (!state.knowsAttribute(text(assignment, "attributeTypeName"), text(assignment, "attributeElementKey"))) {
                return MutationResult.refused(
                        "Could not find attribute element " + text(assignment, "attributeTypeName") + "."
                                + text(assignment, "attributeElementKey"),
                        "input",
                        "dynamicAttributes");
            }
        }
        return MutationResult.done(state.change(number, order -> assigned(order, assignments)));
    }

    private static CentraOrder assigned(CentraOrder order, List<?> assignments) {
        CentraOrder changed = order;
        for (Object assignment : assignments) {
            changed = changed.withAttribute(
                    text(assignment, "attributeTypeName"),
                    text(assignment, "attributeElementKey"),
                    text(assignment, "attributeElementValue"));
        }
        return changed;
    }

    /** The SDL makes these fields mandatory texts. */
    private static String text(Object assignment, String field) {
        return String.valueOf(((Map<?, ?>) assignment).get(field));
    }
}
