package centrasage.centra.client;

import centrasage.flow.TargetUnavailable;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** What every row of an answer has to have, or nothing of the answer is taken. */
final class Rows {
    private Rows() {}

    static List<JsonObject> list(JsonObject parent, String name) throws TargetUnavailable {
        if (!(parent.get(name) instanceof JsonArray rows)) {
            throw Connection.malformed("no list of " + name);
        }
        return rows.stream()
                .map(row -> row instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT)
                .toList();
    }

    static long number(JsonObject row, String name) throws TargetUnavailable {
        if (row.get(name) instanceof JsonNumber number && number.isIntegral()) {
            return number.longValue();
        }
        throw Connection.malformed("a row without a whole number as " + name);
    }
}
