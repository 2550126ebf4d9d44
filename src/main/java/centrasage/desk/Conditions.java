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
        with("currency", filter.currency(), values);
        List<String> conditions = new ArrayList<>();
        values.keySet().forEach(field -> conditions.add("e." + field + " = :" + field));
        source(filter.sourceKey(), values, conditions);
        return new Conditions(conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), values);
    }

    /**
     * A number of an order's is of its shipments, payments and returns as well: {@code 10234-1}, {@code 10234/P55}. Despatches of Sage's
     * have their company before the same stroke.
     */
    private static void source(@Nullable String key, Map<String, Object> values, List<String> conditions) {
        if (key == null) {
            return;
        }
        values.put("source", key);
        if (key.matches("\\d+")) {
            conditions.add("(e.sourceKey = :source OR e.sourceKey LIKE :shipments"
                    + " OR (e.sourceKey LIKE :others AND e.company <> :source))");
            values.put("shipments", key + "-%");
            values.put("others", key + "/%");
        } else {
            conditions.add("e.sourceKey = :source");
        }
    }

    private static void with(String field, @Nullable Object value, Map<String, Object> values) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
