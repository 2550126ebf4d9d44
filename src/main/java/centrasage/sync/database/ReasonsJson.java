package centrasage.sync.database;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** Reasons as the store keeps them. */
public final class ReasonsJson {
    private ReasonsJson() {}

    public static String write(List<Reason> reasons) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        reasons.forEach(reason -> array.add(Json.createObjectBuilder()
                .add("code", reason.code())
                .add("owner", reason.owner().name())
                .add("what", reason.what())
                .add("remedy", reason.remedy())));
        return array.build().toString();
    }

    public static List<Reason> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(object -> new Reason(
                            object.getString("code"),
                            Owner.valueOf(object.getString("owner")),
                            object.getString("what"),
                            object.getString("remedy")))
                    .toList();
        }
    }
}
