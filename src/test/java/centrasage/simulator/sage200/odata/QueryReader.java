package centrasage.simulator.sage200.odata;

import centrasage.simulator.http.Request;
import centrasage.simulator.sage200.fields.Catalogue;
import centrasage.simulator.sage200.fields.Entity;
import centrasage.simulator.sage200.fields.Field;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the query options of a request and refuses what Sage refuses. */
public final class QueryReader {
    private static final int TOP_DEFAULT = 500;
    private static final int TOP_MAX = 5000;
    private static final Set<String> OF_LISTS =
            Set.of("$filter", "$orderby", "$top", "$skip", "$select", "$expand", "$metadata");
    private static final Set<String> OF_ONE = Set.of("$select", "$expand", "$metadata");

    private final Entity entity;
    private final Map<String, String> options;

    private QueryReader(String entityName, Map<String, String> options) {
        this.entity = Catalogue.entity(entityName);
        this.options = options;
    }

    /** The query of a collection. */
    public static Query ofList(String entityName, Request request) {
        return new QueryReader(entityName, request.query()).read(OF_LISTS);
    }

    /** The query of a single resource: only {@code $select} and {@code $expand} mean anything there. */
    public static Query ofOne(String entityName, Request request) {
        return new QueryReader(entityName, request.query()).read(OF_ONE);
    }

    /** All of a resource, where the options of the request are about something else. */
    public static Query all(String entityName) {
        return new QueryReader(entityName, Map.of()).read(OF_ONE);
    }

    private Query read(Set<String> known) {
        options.keySet().stream()
                .filter(option -> option.startsWith("$") && !known.contains(option))
                .forEach(option -> {
                    throw Refused.because("The query option '" + option + "' is not supported here.");
                });
        Refused.unless(
                !options.containsKey("$skip") || options.containsKey("$orderby"), "$skip must go with $orderby.");
        Set<String> expand = names("$expand");
        expand.forEach(this::checkExpand);
        Set<String> select = names("$select");
        select.forEach(name -> checkSelect(name, expand));
        int top = number("$top", TOP_DEFAULT);
        Refused.unless(top >= 1 && top <= TOP_MAX, "$top must lie between 1 and " + TOP_MAX + ".");
        return new Query(
                entity,
                filter(),
                options.getOrDefault("$filter", ""),
                order(),
                number("$skip", 0),
                top,
                select,
                expand);
    }

    private Predicate<ObjectNode> filter() {
        String filter = options.get("$filter");
        return filter == null ? row -> true : FilterParser.parse(entity, filter);
    }

    private Comparator<ObjectNode> order() {
        String order = options.get("$orderby");
        if (order == null) {
            return Comparator.comparing(row -> 0);
        }
        String[] words = order.strip().split("\\s+", -1);
        boolean well = words.length == 1 || (words.length == 2 && (words[1].equals("asc") || words[1].equals("desc")));
        Refused.unless(well && !order.contains(","), "$orderby takes one field, and asc or desc.");
        Field field = entity.field(words[0]);
        if (field == null || field.isChild()) {
            throw Refused.because("'" + words[0] + "' is not a field of " + entity.name() + " to order by.");
        }
        Comparator<ObjectNode> ascending = ascending(field);
        return words.length == 2 && words[1].equals("desc") ? ascending.reversed() : ascending;
    }

    /** Nulls come first, as in SQL Server. */
    @SuppressWarnings("unchecked")
    private static Comparator<ObjectNode> ascending(Field field) {
        return (left, right) -> {
            boolean noLeft = left.path(field.name()).isNull() || !left.has(field.name());
            boolean noRight = right.path(field.name()).isNull() || !right.has(field.name());
            if (noLeft || noRight) {
                return Boolean.compare(noRight, noLeft);
            }
            Comparable<Object> value = (Comparable<Object>) Values.of(field, left.path(field.name()));
            return value.compareTo(Values.of(field, right.path(field.name())));
        };
    }

    private void checkExpand(String name) {
        Field field = entity.field(name);
        Refused.unless(field != null && field.isChild(), "'" + name + "' cannot be expanded on " + entity.name() + ".");
    }

    private void checkSelect(String name, Set<String> expand) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        Field field = entity.field(first);
        boolean known = field != null && (!field.isChild() || expand.contains(first));
        Refused.unless(known, "'" + name + "' cannot be selected from " + entity.name() + ".");
    }

    private Set<String> names(String option) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(options.getOrDefault(option, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    private int number(String option, int otherwise) {
        String text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        Refused.unless(text.matches("\\d{1,9}"), option + " must be a number.");
        return Integer.parseInt(text);
    }
}
