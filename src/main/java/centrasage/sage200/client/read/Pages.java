package centrasage.sage200.client.read;

import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a whole collection, a page at a time. */
public final class Pages {
    /** Sage takes 5,000 at most and warns that big pages may time out. */
    public static final int PAGE_SIZE = 1000;

    /** A million rows of a look-up: beyond it something answers the same page for ever. */
    private static final int PAGES_MAX = 1000;

    private Pages() {}

    public static List<JsonObject> all(SageReads reads, String company, String resource, Query query)
            throws ReadFailed {
        List<JsonObject> rows = new ArrayList<>();
        each(reads, company, resource, query, rows::addAll);
        return rows;
    }

    /** Hands over a whole collection, a page at a time, and ends where Sage answers the same page again or goes on for ever. */
    static void each(SageReads reads, String company, String resource, Query query, Consumer<List<JsonObject>> page)
            throws ReadFailed {
        List<JsonObject> before = List.of();
        int read = 0;
        do {
            List<JsonObject> rows = one(reads, company, resource, query, read);
            if (!rows.isEmpty() && rows.equals(before)) {
                throw new ReadFailed(200, resource + " answers the same rows again after " + read + " rows");
            }
            page.accept(rows);
            read += rows.size();
            before = rows;
        } while (before.size() >= PAGE_SIZE);
    }

    /**
     * As {@link #all}, of rows that leave while they are read: each page begins behind the last row of the one before, so that none is
     * passed over.
     *
     * @param condition which rows
     * @param id a number that only grows, among the fields of the query
     */
    public static List<JsonObject> behind(
            SageReads reads, String company, String resource, Query query, String condition, String id)
            throws ReadFailed, Row.Malformed {
        List<JsonObject> rows = new ArrayList<>();
        long last = 0;
        for (int page = 0; page < PAGES_MAX; page++) {
            List<JsonObject> read = after(reads, company, resource, query, condition, id, last);
            rows.addAll(read);
            if (read.size() < PAGE_SIZE) {
                return rows;
            }
            last = new Row(read.get(read.size() - 1)).id(id);
        }
        throw new ReadFailed(200, resource + " does not come to an end after " + rows.size() + " rows");
    }

    /** One page of {@link #behind}: the rows after this one. */
    static List<JsonObject> after(
            SageReads reads, String company, String resource, Query query, String condition, String id, long last)
            throws ReadFailed {
        String rest = "(" + condition + ") and " + id + " gt " + last;
        return rows(
                resource,
                reads.list(company, resource, query.orderedBy(id).where(rest).first(PAGE_SIZE)));
    }

    /** One page: as many rows as {@link #PAGE_SIZE}, or fewer where it is the last. */
    public static List<JsonObject> one(SageReads reads, String company, String resource, Query query, int skipped)
            throws ReadFailed {
        if (skipped >= PAGES_MAX * PAGE_SIZE) {
            throw new ReadFailed(200, resource + " does not come to an end after " + skipped + " rows");
        }
        return rows(resource, reads.list(company, resource, query.page(PAGE_SIZE, skipped)));
    }

    /** Collections are bare arrays; one public client has met {@code {"value": [...]}}. */
    static List<JsonObject> rows(String resource, JsonStructure json) throws ReadFailed {
        try {
            JsonArray array =
                    json instanceof JsonArray bare ? bare : json.asJsonObject().getJsonArray("value");
            if (array != null) {
                return array.getValuesAs(JsonObject.class).stream()
                        .map(row -> (JsonObject) row.asJsonObject())
                        .toList();
            }
        } catch (ClassCastException e) {
            throw new ReadFailed("Sage 200 answered " + resource + " with something else than a list", e);
        }
        throw new ReadFailed(200, "Sage 200 answered " + resource + " with something else than a list");
    }
}
