package centrasage.sage200.client.read;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The query options of one read; what is null is not sent. */
public final class Query {
    @QueryParam("$select")
    private @Nullable String select;

    @QueryParam("$filter")
    private @Nullable String filter;

    @QueryParam("$expand")
    private @Nullable String expand;

    @QueryParam("$orderby")
    private @Nullable String orderBy;

    @QueryParam("$top")
    private @Nullable Integer top;

    @QueryParam("$skip")
    private @Nullable Integer skip;

    public static Query all() {
        return new Query();
    }

    public static Query select(String fields) {
        Query query = new Query();
        query.select = fields;
        return query;
    }

    public Query where(String condition) {
        Query query = copy();
        query.filter = condition;
        return query;
    }

    public Query expand(String children) {
        Query query = copy();
        query.expand = children;
        return query;
    }

    /** Sage refuses {@code $skip} without {@code $orderby}; ids only grow, so a page never shifts under the reader. */
    Query page(int size, int skipped) {
        Query query = copy();
        query.orderBy = "id asc";
        query.top = size;
        query.skip = skipped;
        return query;
    }

    private Query copy() {
        Query query = new Query();
        query.select = select;
        query.filter = filter;
        query.expand = expand;
        query.orderBy = orderBy;
        query.top = top;
        query.skip = skip;
        return query;
    }

    public @Nullable String getSelect() {
        return select;
    }

    public @Nullable String getFilter() {
        return filter;
    }

    public @Nullable String getExpand() {
        return expand;
    }

    public @Nullable String getOrderBy() {
        return orderBy;
    }

    public @Nullable Integer getTop() {
        return top;
    }

    public @Nullable Integer getSkip() {
        return skip;
    }
}
