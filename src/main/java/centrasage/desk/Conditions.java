package centrasage.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter as the store's query language says it.
 *
 * @param where of the entity {@code e}; empty when everything is wanted
 * @param values of the named parameters
 */
record Conditions(String where, Map<String, Object> values) {

    static Conditions of(Desk.Filter filter) {
        Map<String, Object> values = new LinkedHashMap<>();
        with("state", filter.state(), values);
        with("severity", filter.severity(), values);
        with("owner", filter.owner(), values);
        with("sourceKey", filter.sourceKey(), values);
        with("currency", filter.currency(), values);
        List<String> conditions = new ArrayList<>();
        values.keySet().forEach(field -> conditions.add("e." + field + " = :" + field));
        return new Conditions(conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), values);
    }

    private static void with(String field, @Nullable Object value, Map<String, Object> values) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
