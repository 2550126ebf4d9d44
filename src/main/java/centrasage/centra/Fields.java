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
    private final JsonObject object;
    private final String path;
    private final Faults faults;

    Fields(JsonObject object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    String text(String name) {
        String text = optionalText(name);
        return text == null ? missing(name, "") : text;
    }

    /** A number is taken as its text: some systems write postcodes so. */
    @Nullable
    String optionalText(String name) {
        JsonValue value = optional(name);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value == null || value instanceof JsonNumber) {
            return value == null ? null : value.toString();
        }
        return wrong(name, value, "a text", "");
    }

    boolean flag(String name) {
        JsonValue value = optional(name);
        if (value == null) {
            return missing(name, false);
        }
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> wrong(name, value, "true or false", false);
        };
    }

    /** The exact digits of the text, whatever their number of decimals. */
    BigDecimal decimal(String name) {
        JsonValue value = optional(name);
        if (value == null) {
            return missing(name, BigDecimal.ZERO);
        }
        BigDecimal number = Numbers.of(value);
        return number == null ? wrong(name, value, "a number", BigDecimal.ZERO) : number;
    }

    /** The value of a {@code MonetaryValue}. */
    BigDecimal amount(String name) {
        return object(name).decimal("value");
    }

    BigDecimal amountOrZero(String name) {
        return optional(name) == null ? BigDecimal.ZERO : amount(name);
    }

    long integer(String name) {
        return integer(name, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    int count(String name) {
        return (int) integer(name, 0, Integer.MAX_VALUE);
    }

    private long integer(String name, long low, long high) {
        BigDecimal number = decimal(name);
        try {
            long whole = number.longValueExact();
            if (whole >= low && whole <= high) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // told below, with the value
        }
        return wrong(name, object.getOrDefault(name, JsonValue.NULL), low == 0 ? "a count" : "a whole number", 0L);
    }

    Instant time(String name) {
        String text = optionalText(name);
        if (text == null) {
            return missing(name, Instant.EPOCH);
        }
        return DateTimeTz.parse(text)
                .orElseGet(() ->
                        wrong(name, object.getOrDefault(name, JsonValue.NULL), "a time with an offset", Instant.EPOCH));
    }

    boolean has(String name) {
        return optional(name) != null;
    }

    /** Where it is missing, that is the one fault: its own members are not reported again. */
    Fields object(String name) {
        Fields fields = optionalObject(name);
        return fields == null ? missing(name, new Fields(JsonValue.EMPTY_JSON_OBJECT, at(name), new Faults())) : fields;
    }

    @Nullable
    Fields optionalObject(String name) {
        JsonValue value = optional(name);
        return value == null ? null : asObject(value, name);
    }

    <T> List<T> list(String name, Function<Fields, T> element) {
        JsonValue value = optional(name);
        if (!(value instanceof JsonArray array)) {
            return value == null ? missing(name, List.of()) : wrong(name, value, "a list", List.of());
        }
        List<T> elements = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            elements.add(element.apply(asObject(array.get(i), name + "[" + i + "]")));
        }
        return elements;
    }

    private Fields asObject(JsonValue value, String name) {
        return value instanceof JsonObject child
                ? new Fields(child, at(name) + ".", faults)
                : wrong(name, value, "an object", new Fields(JsonValue.EMPTY_JSON_OBJECT, at(name), new Faults()));
    }

    /** Null and absent mean the same: GraphQL writes the one where JSON might leave the other. */
    private @Nullable JsonValue optional(String name) {
        JsonValue value = object.get(name);
        return value == null || value.getValueType() == JsonValue.ValueType.NULL ? null : value;
    }

    private <T> T missing(String name, T standIn) {
        faults.missing(at(name));
        return standIn;
    }

    private <T> T wrong(String name, JsonValue value, String expected, T standIn) {
        faults.wrong(at(name), value, expected);
        return standIn;
    }

    private String at(String name) {
        return path + name;
    }
}
