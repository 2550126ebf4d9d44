package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.stocking.StockOrder;
import centrasage.simulator.centra.stocking.StockSetting;
import centrasage.simulator.centra.stocking.Told;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an integration may do to stock: set it. */
final class StockMutations {
    private final StockSetting setting;

    StockMutations(CentraState state) {
        this.setting = new StockSetting(state);
    }

    void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Object>()
                .with("setStock", (root, call) -> setting.set(wanted(call)))
                .addTo(wiring, "Mutation");
        new Fields<StockSetting.Done>()
                .with("stockChanges", done -> done.change() == null ? List.of() : List.of(done.change()))
                .with("userErrors", done -> problems(done.errors()))
                .with("userWarnings", done -> problems(done.warnings()))
                .addTo(wiring, "StockSetPayload");
        new Fields<Integer>().with("id", id -> id).addTo(wiring, "StockChange");
    }

    private static StockOrder wanted(DataFetchingEnvironment call) {
        Map<String, Object> input = call.getArgumentOrDefault("input", Map.of());
        Integer warehouse = input.get("warehouse") instanceof Map<?, ?> names ? (Integer) names.get("id") : null;
        StockOrder.Type type = StockOrder.Type.valueOf(String.valueOf(input.get("stockQuantityType")));
        return new StockOrder(warehouse, rows(input), type);
    }

    private static List<StockOrder.Row> rows(Map<String, Object> input) {
        List<StockOrder.Row> rows = new ArrayList<>();
        if (input.get("productSizes") instanceof List<?> sizes) {
            for (Object each : sizes) {
                Map<?, ?> row = (Map<?, ?>) each;
                int quantity = row.get("quantity") instanceof Integer given ? given : 0;
                rows.add(new StockOrder.Row(names(row.get("productSize")), quantity));
            }
        }
        return rows;
    }

    /** Those that say anything. */
    private static Map<String, Object> names(@Nullable Object productSize) {
        Map<String, Object> names = new HashMap<>();
        if (productSize instanceof Map<?, ?> given) {
            given.forEach((name, value) -> {
                if (value != null) {
                    names.put(name.toString(), value);
                }
            });
        }
        return names;
    }

    static List<MutationResult.Problem> problems(List<Told> told) {
        return told.stream()
                .map(each -> new MutationResult.Problem(each.message(), each.path()))
                .toList();
    }
}
