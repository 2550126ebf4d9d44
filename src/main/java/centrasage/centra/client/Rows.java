package centrasage.centra.client;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Query;
import centrasage.flow.TargetUnavailable;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What every row of an answer has to have, or nothing of the answer is taken. */
final class Rows {
    private static final int PAGE = 200;

    /** A hundred thousand rows: beyond it something answers pages for ever. */
    private static final int PAGES_MAX = 500;

    private Rows() {}

    static List<JsonObject> list(JsonObject parent, String name) throws TargetUnavailable {
        if (!(parent.get(name) instanceof JsonArray rows)) {
            throw Connection.malformed("no list of " + name);
        }
        return rows.stream()
                .map(row -> row instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT)
                .toList();
    }

    /**
     * All rows of a list that is numbered by pages; Centra gives at most 200 in one.
     *
     * @throws TargetUnavailable also where a page comes again, or they do not come to an end
     */
    static List<JsonObject> all(CentraGraphQl graphQl, Query query, String name) throws TargetUnavailable {
        List<JsonObject> all = new ArrayList<>();
        List<JsonObject> before = List.of();
        for (int page = 1; page <= PAGES_MAX; page++) {
            JsonObject variables = Json.createObjectBuilder()
                    .add("limit", PAGE)
                    .add("page", page)
                    .build();
            List<JsonObject> rows = list(graphQl.ask(query, variables).data(), name);
            if (!rows.isEmpty() && rows.equals(before)) {
                throw Connection.malformed("the same page of " + name + " again as page " + page);
            }
            all.addAll(rows);
            before = rows;
            if (rows.size() < PAGE) {
                return all;
            }
        }
        throw Connection.malformed("no end of " + name + " in " + PAGES_MAX + " pages");
    }

    static long number(JsonObject row, String name) throws TargetUnavailable {
        if (row.get(name) instanceof JsonNumber number && number.isIntegral()) {
            return number.longValue();
        }
        throw Connection.malformed("a row without a whole number as " + name);
    }
}
