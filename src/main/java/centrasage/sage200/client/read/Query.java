package centrasage.sage200.client.read;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * The query options of one read; what is null is not sent.
 *
 * <p>The fields are public because Jersey's client reads them: it opens private ones for the moment of the reading, and fails
 * when two threads do that at once.
 */
public final class Query {
    @QueryParam("$select")
    public final @Nullable String select;

    @QueryParam("$filter")
    public final @Nullable String filter;

    @QueryParam("$expand")
    public final @Nullable String expand;

    @QueryParam("$orderby")
    public final @Nullable String orderBy;

    @QueryParam("$top")
    public final @Nullable Integer top;

    @QueryParam("$skip")
    public final @Nullable Integer skip;

    private Query(
            @Nullable String select,
            @Nullable String filter,
            @Nullable String expand,
            @Nullable String orderBy,
            @Nullable Integer top,
            @Nullable Integer skip) {
        this.select = select;
        this.filter = filter;
        this.expand = expand;
        this.orderBy = orderBy;
        this.top = top;
        this.skip = skip;
    }

    public static Query all() {
        return new Query(null, null, null, null, null, null);
    }

    public static Query select(String fields) {
        return new Query(fields, null, null, null, null, null);
    }

    public Query where(String condition) {
        return new Query(select, condition, expand, orderBy, top, skip);
    }

    public Query expand(String children) {
        return new Query(select, filter, children, orderBy, top, skip);
    }

    /** Pages in this order instead of that of the ids: views have ids of other names. */
    public Query orderedBy(String field) {
        return new Query(select, filter, expand, field + " asc", top, skip);
    }

    /** The first rows alone, in the order that is asked for. */
    public Query first(int size) {
        return new Query(select, filter, expand, orderBy, size, null);
    }

    /** Sage refuses {@code $skip} without {@code $orderby}; ids only grow, so a page never shifts under the reader. */
    public Query page(int size, int skipped) {
        return new Query(select, filter, expand, orderBy == null ? "id asc" : orderBy, size, skipped);
    }
}
