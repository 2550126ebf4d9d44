package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** The ids of a whole collection by the codes of its rows, found in either case. */
final class Ids {
    private Ids() {}

    /** @param code the field that is the code, such as {@code name} */
    static Map<String, Long> read(SageReads reads, String company, String resource, String code)
            throws TargetUnavailable {
        Map<String, Long> ids = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            for (JsonObject json : Pages.all(reads, company, resource, Query.select("id," + code))) {
                Row row = new Row(json);
                ids.put(row.text(code), row.id("id"));
            }
            return ids;
        } catch (ReadFailed e) {
            throw e.unavailable();
        } catch (Row.Malformed e) {
            throw new TargetUnavailable("Sage 200's " + resource + " cannot be read: " + e.getMessage(), e);
        }
    }
}
