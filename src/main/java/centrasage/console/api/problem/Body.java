package centrasage.console.api.problem;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The JSON object of a request; no body at all is an empty object. */
public final class Body {
    private static final int BYTES_MAX = 64 * 1024;
    private static final int PARAMETERS_LENGTH_MAX = 900;
    private static final int VALUE_LENGTH_MAX = 100;

    private final JsonObject object;
    private final String path;

    private Body(JsonObject object, String path) {
        this.object = object;
        this.path = path;
    }

    public static Body of(InputStream stream) {
        String text = read(stream);
        return new Body(text.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : object(text), "");
    }

    private static String read(InputStream stream) {
        try {
            byte[] bytes = stream.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new Refusal(Problem.of(
                        Status.REQUEST_ENTITY_TOO_LARGE,
                        "The body is too long",
                        "Send at most " + BYTES_MAX + " bytes"));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the caller went away", e);
        }
    }

    private static JsonObject object(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (value.getValueType() != ValueType.OBJECT || parser.hasNext()) {
                throw bad("The body is JSON, but not one object");
            }
            return value.asJsonObject();
        } catch (JsonParsingException e) {
            JsonLocation place = e.getLocation();
            throw bad("The body is not JSON from line " + place.getLineNumber() + ", column " + place.getColumnNumber()
                    + " on");
        } catch (JsonException | NoSuchElementException e) {
            throw bad("The body is not JSON");
        }
    }

    private static Refusal bad(String what) {
        return new Refusal(
                Problem.of(Status.BAD_REQUEST, what, "Send a JSON object such as {\"name\": \"value\"}, or no body"));
    }

    /** The one text that this request needs, of this length at most. */
    public String text(String field, int length) {
        return text(field, length, Set.of(field));
    }

    /** As {@link #text(String, int)}, of a request that takes more members than this one. */
    public String text(String field, int length, Set<String> known) {
        onlyKnown(known);
        return member(field, length);
    }

    /** As {@link #text(String, int)}, of a request whose members are looked at by {@link #onlyKnown}. */
    public String member(String field, int length) {
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        String text = value instanceof JsonString string ? string.getString().trim() : "";
        String remedy = "Send {\"" + field + "\": \"…\"} with 1 to " + length + " characters";
        if (value == JsonValue.NULL || (value instanceof JsonString && text.isEmpty())) {
            throw new Refusal(Problem.missing(path + field, remedy));
        }
        if (text.isEmpty()) {
            throw new Refusal(Problem.with(path + field, shown(value), "is not a text", remedy));
        }
        if (text.length() > length) {
            throw new Refusal(Problem.with(path + field, text, "is too long", remedy));
        }
        return text;
    }

    /** A text of this length at most; empty where there is none. */
    public String optionalText(String field, int length) {
        return has(field) ? member(field, length) : "";
    }

    /** Whether a value is given for it, be it a good one or not. */
    public boolean has(String field) {
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        return value != JsonValue.NULL
                && !(value instanceof JsonString string && string.getString().isBlank());
    }

    /** The day that this request needs. */
    public LocalDate day(String field) {
        String text = member(field, VALUE_LENGTH_MAX);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(Problem.with(path + field, text, "is no day", "Give a day such as 2026-11-30"));
        }
    }

    /** An exact amount, as a number or as text. */
    public BigDecimal amount(String field) {
        if (!has(field)) {
            throw new Refusal(Problem.missing(path + field, "Give an amount such as 12.50"));
        }
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        String text = shown(value).trim();
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            throw new Refusal(Problem.with(path + field, text, "is no amount", "Give an amount such as 12.50"));
        }
        return new BigDecimal(text);
    }

    /** The objects of a list; problems name their members as {@code lines[0].debit}. */
    public List<Body> objects(String field) {
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        String remedy = "Send {\"" + field + "\": [{…}, {…}]}";
        if (value == JsonValue.NULL) {
            throw new Refusal(Problem.missing(path + field, remedy));
        }
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(JsonObject.class::isInstance)) {
            throw new Refusal(Problem.with(path + field, shown(value), "is no list of objects", remedy));
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> new Body(array.getJsonObject(i), path + field + "[" + i + "]."))
                .toList();
    }

    /** The number that this request needs, as one or as text. */
    public long number(String field) {
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        String text = value instanceof JsonString string ? string.getString().trim() : value.toString();
        if (!text.matches("\\d{1,18}")) {
            throw new Refusal(Problem.with(field, shown(value), "is no number", "Send {\"" + field + "\": 123}"));
        }
        return Long.parseLong(text);
    }

    /** The numbers that this request needs: one, or a list of at most so many, none of them twice. */
    public Set<Long> numbers(String field, int most) {
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        if (!(value instanceof JsonArray array)) {
            return Set.of(number(field));
        }
        boolean good = array.stream().allMatch(each -> each.toString().matches("\\d{1,18}"));
        Set<Long> numbers = new LinkedHashSet<>();
        if (good) {
            array.getValuesAs(JsonNumber.class).forEach(each -> numbers.add(each.longValueExact()));
        }
        if (numbers.isEmpty() || numbers.size() != array.size() || numbers.size() > most) {
            throw new Refusal(Problem.with(
                    field,
                    shown(value),
                    "is no list of numbers",
                    "Send {\"" + field + "\": [123, 124]} with 1 to " + most + " numbers, none of them twice"));
        }
        return numbers;
    }

    /** A password: taken as it is, and never shown again, not even to whoever sent it. */
    public String secret(String field, int least, int most) {
        String text = object.get(field) instanceof JsonString string ? string.getString() : "";
        if (text.length() < least || text.length() > most) {
            throw new Refusal(Problem.of(
                    Status.BAD_REQUEST,
                    "The " + field + " has " + text.length() + " characters",
                    "Send {\"" + field + "\": \"…\"} with " + least + " to " + most + " characters"));
        }
        return text;
    }

    /** A list of texts; empty where there is none. */
    public List<String> texts(String field) {
        JsonValue value = object.getOrDefault(field, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return List.of();
        }
        boolean good = value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance);
        if (!good) {
            throw new Refusal(
                    Problem.with(field, shown(value), "is no list of texts", "Send {\"" + field + "\": [\"…\"]}"));
        }
        return value.asJsonArray().getValuesAs(JsonString::getString);
    }

    public void onlyKnown(Set<String> fields) {
        object.forEach((name, value) -> {
            if (!fields.contains(name)) {
                throw new Refusal(Problem.with(
                        path + name,
                        shown(value),
                        "there is no such member",
                        fields.isEmpty() ? "Send no body" : "Members are " + String.join(", ", fields)));
            }
        });
    }

    /**
     * The parameters of a run: texts, numbers and booleans by name.
     *
     * @param known those that the job takes; one that it does not would change nothing, and nobody would notice
     */
    public Map<String, String> parameters(String job, Set<String> known) {
        String remedy = known.isEmpty()
                ? job + " takes no parameters: send no body"
                : "Parameters of " + job + " are " + String.join(", ", new TreeSet<>(known));
        object.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw new Refusal(Problem.with(name, shown(value), "there is no such parameter of " + job, remedy));
            }
        });
        Map<String, String> parameters = new TreeMap<>();
        object.forEach((name, value) -> parameters.put(name, parameter(name, value)));
        if (parameters.toString().length() > PARAMETERS_LENGTH_MAX) {
            throw new Refusal(Problem.of(
                    Status.BAD_REQUEST,
                    "The parameters are too long",
                    "Send at most " + PARAMETERS_LENGTH_MAX + " characters of parameters"));
        }
        return parameters;
    }

    private static String parameter(String name, JsonValue value) {
        ValueType type = value.getValueType();
        if (type == ValueType.NULL || type == ValueType.ARRAY || type == ValueType.OBJECT) {
            throw new Refusal(Problem.with(name, shown(value), "is no value", "Give a text, a number, true or false"));
        }
        return shown(value);
    }

    private static String shown(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
