package centrasage.centra;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object. A faulty one is noted and answered with a stand-in, so that reading goes on to the
 * next; the caller throws the result away when there were faults. Members that are not asked for do not matter.
 */
final class Fields {
    /** Answers null for what is not of its kind. */
    private interface Reading<T> {
        @Nullable
        T of(JsonValue value);
    }

    private final JsonObject object;
    private final String path;
    private final Faults faults;

    Fields(JsonObject object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** Null and absent mean the same: GraphQL writes the one where JSON might leave the other. */
    boolean has(String name) {
        JsonValue value = object.get(name);
        return value != null && value.getValueType() != JsonValue.ValueType.NULL;
    }

    String text(String name) {
        return read(name, "", "a text", Fields::asText);
    }

    @Nullable
    String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    boolean flag(String name) {
        return read(name, false, "true or false", Fields::asFlag);
    }

    /** Whether it says true; anything else, and nothing at all, does not. */
    boolean isTrue(String name) {
        return JsonValue.TRUE.equals(object.get(name));
    }

    /** The exact digits of the text, whatever their number of decimals. */
    BigDecimal decimal(String name) {
        return read(name, BigDecimal.ZERO, "a number", Numbers::exact);
    }

    long integer(String name) {
        return read(name, 0L, "a whole number", Numbers::whole);
    }

    /** Zero or more. */
    int count(String name) {
        return read(name, 0, "a count", Numbers::count);
    }

    Instant time(String name) {
        return read(name, Instant.EPOCH, "a time with an offset", Fields::asTime);
    }

    /** The value of a {@code MonetaryValue}. */
    BigDecimal amount(String name) {
        return object(name).decimal("value");
    }

    BigDecimal amountOrZero(String name) {
        return has(name) ? amount(name) : BigDecimal.ZERO;
    }

    Fields object(String name) {
        return read(name, nothing(), "an object", value -> child(name, value));
    }

    @Nullable
    Fields optionalObject(String name) {
        return has(name) ? object(name) : null;
    }

    <T> List<T> list(String name, Function<Fields, T> element) {
        JsonArray array = read(
                name, JsonValue.EMPTY_JSON_ARRAY, "a list", value -> value instanceof JsonArray list ? list : null);
        List<T> elements = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            String at = name + "[" + i + "]";
            elements.add(element.apply(read(at, array.get(i), nothing(), "an object", value -> child(at, value))));
        }
        return elements;
    }

    private <T> T read(String name, T standIn, String expected, Reading<T> reading) {
        JsonValue value = object.get(name);
        if (value == null || !has(name)) {
            faults.missing(path + name);
            return standIn;
        }
        return read(name, value, standIn, expected, reading);
    }

    private <T> T read(String name, JsonValue value, T standIn, String expected, Reading<T> reading) {
        T read = reading.of(value);
        if (read == null) {
            faults.wrong(path + name, value, expected);
            return standIn;
        }
        return read;
    }

    private @Nullable Fields child(String name, JsonValue value) {
        return value instanceof JsonObject child ? new Fields(child, path + name + ".", faults) : null;
    }

    /** A missing object is one fault: what its members lack is noted where nobody looks. */
    private static Fields nothing() {
        return new Fields(JsonValue.EMPTY_JSON_OBJECT, "", new Faults(""));
    }

    /** A number is taken as its text: some systems write postcodes so. */
    private static @Nullable String asText(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber ? value.toString() : null;
    }

    private static @Nullable Boolean asFlag(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> null;
        };
    }

    private static @Nullable Instant asTime(JsonValue value) {
        return value instanceof JsonString text
                ? DateTimeTz.parse(text.getString()).orElse(null)
                : null;
    }
}
