package centrasage.simulator.sage200.odata;

import centrasage.simulator.sage200.fields.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A read, understood: which rows, in which order, which of them, and what of each. */
public record Query(
        Entity entity,
        Predicate<ObjectNode> filter,
        String filterText,
        Comparator<ObjectNode> order,
        int skip,
        int top,
        Set<String> select,
        Set<String> expand) {
    private static final Pattern FIELD = Pattern.compile("(?<![\\w.:-])[a-z_]+[a-z0-9_]*(?![\\w.:-])");

    private static final Set<String> WORDS =
            Set.of("and", "or", "eq", "ne", "gt", "ge", "lt", "le", "null", "true", "false");

    /** The page of rows that the query asks for. */
    public List<ObjectNode> page(Stream<ObjectNode> rows) {
        return rows.filter(filter).sorted(order).skip(skip).limit(top).toList();
    }

    /** Whether its filter looks at none but these fields; also where there is none. */
    public boolean filtersBy(Set<String> fields) {
        return fields().allMatch(fields::contains);
    }

    private Stream<String> fields() {
        return FIELD.matcher(filterText.replaceAll("'[^']*'", ""))
                .results()
                .map(MatchResult::group)
                .filter(word -> !WORDS.contains(word));
    }

    /** Whether its filter names this field. */
    public boolean names(String field) {
        return fields().anyMatch(field::equals);
    }

    /** The same query with more children, unless the caller chose what to see. */
    public Query alsoExpanding(String... children) {
        if (!select.isEmpty()) {
            return this;
        }
        Set<String> more = new LinkedHashSet<>(expand);
        more.addAll(List.of(children));
        return new Query(entity, filter, filterText, order, skip, top, select, more);
    }

    public boolean expands(String child) {
        return expand.contains(child);
    }
}
