package centrasage.centra.client.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;

/** JSON as GraphQL writes it into a query: names without quotes; texts and numbers are the same in both. */
final class GraphQlLiteral {
    /** An enum value is a name in GraphQL, and the only such member of what we write is this one. */
    private static final String ENUM = "objectType";

    private GraphQlLiteral() {}

    static String of(JsonArray array) {
        return array.stream().map(GraphQlLiteral::of).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String of(JsonValue value) {
        return value instanceof JsonObject object ? of(object) : value.toString();
    }

    private static String of(JsonObject object) {
        return object.entrySet().stream()
                .map(member -> member.getKey() + ": " + value(member.getKey(), member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(String name, JsonValue value) {
        return name.equals(ENUM) && value instanceof JsonString word ? word.getString() : of(value);
    }
}
