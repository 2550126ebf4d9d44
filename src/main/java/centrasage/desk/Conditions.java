package centrasage.desk;

import centrasage.desk.rule.Sla;
import centrasage.flow.Severity;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter as the store's query language says it.
 *
 * @param where of the entity {@code e}; empty when everything is wanted
 * @param values of the named parameters
 */
record Conditions(String where, Map<String, Object> values) {

    /** @param now by the database's time; what is overdue then is asked for */
    static Conditions of(Desk.Filter filter, Sla sla, Instant now) {
        Map<String, Object> values = new LinkedHashMap<>();
        with("state", filter.state(), values);
        with("severity", filter.severity(), values);
        with("owner", filter.owner(), values);
        with("currency", filter.currency(), values);
        with("company", filter.also().company(), values);
        with("groupKey", filter.also().cause(), values);
        with("assignedTo", filter.also().assignedTo(), values);
        List<String> conditions = new ArrayList<>();
        values.keySet().forEach(field -> conditions.add("e." + field + " = :" + field));
        source(filter.sourceKey(), values, conditions);
        code(filter.also().code(), values, conditions);
        text(filter, values, conditions);
        if (filter.also().overdue()) {
            overdue(sla, now, values, conditions);
        }
        return new Conditions(conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), values);
    }

    /** With one more condition. */
    Conditions and(String condition, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Conditions((where.isEmpty() ? " WHERE " : where + " AND ") + condition, more);
    }

    <T> TypedQuery<T> set(TypedQuery<T> query) {
        values.forEach(query::setParameter);
        return query;
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

    /** A code stands alone or before what it is about. */
    private static void code(@Nullable String code, Map<String, Object> values, List<String> conditions) {
        if (code != null) {
            conditions.add("(e.groupKey = :code OR e.groupKey LIKE :codeAbout ESCAPE '!')");
            values.put("code", code);
            values.put("codeAbout", code.replace("_", "!_") + "/%");
        }
    }

    /** Words are looked for in what is open; of what is over, which is a thousand times more, the beginning of a number alone. */
    private static void text(Desk.Filter filter, Map<String, Object> values, List<String> conditions) {
        String text = filter.also().text();
        if (text == null) {
            return;
        }
        values.put("numbers", text + "%");
        if (filter.state() == null || filter.state() == BusinessException.State.RESOLVED) {
            conditions.add("e.sourceKey LIKE :numbers");
        } else {
            conditions.add("(e.sourceKey LIKE :numbers OR LOWER(e.headline) LIKE :words)");
            values.put("words", "%" + text.toLowerCase(Locale.ROOT) + "%");
        }
    }

    private static void overdue(Sla sla, Instant now, Map<String, Object> values, List<String> conditions) {
        List<String> each = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            String name = "late" + severity;
            each.add("(e.severity = centrasage.flow.Severity." + severity + " AND e.waitsSince < :" + name + ")");
            values.put(name, sla.late(severity, now));
        }
        conditions.add("(" + String.join(" OR ", each) + ")");
    }

    private static void with(String field, @Nullable Object value, Map<String, Object> values) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
