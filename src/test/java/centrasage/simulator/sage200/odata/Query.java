package centrasage.simulator.sage200.odata;

import centrasage.simulator.sage200.fields.Entity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A read, understood: which rows, in which order, which of them, and what of each. */
public record Query(
        Entity entity,
        Predicate<ObjectNode> filter,
        Comparator<ObjectNode> order,
        int skip,
        int top,
        Set<String> select,
        Set<String> expand) {

    /** The page of rows that the query asks for. */
    public List<ObjectNode> page(Stream<ObjectNode> rows) {
        return rows.filter(filter).sorted(order).skip(skip).limit(top).toList();
    }

    /** The same query with more children, unless the caller chose what to see. */
    public Query alsoExpanding(String... children) {
        if (!select.isEmpty()) {
            return this;
        }
        Set<String> more = new LinkedHashSet<>(expand);
        more.addAll(List.of(children));
        return new Query(entity, filter, order, skip, top, select, more);
    }

    public boolean expands(String child) {
        return expand.contains(child);
    }
}
