package centrasage.sage200.client.wire;

import centrasage.flow.Outcome.Locked;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words in an error body whose shape Sage does not document. */
public final class SageErrors {
    private static final int TEXT_MAX = 500;
    private static final List<String> NAMES = List.of(
            "Message", "message", "ExceptionMessage", "error_description", "MessageDetail", "error", "title", "detail");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    /**
     * A name may hold the full stop of an initial or of a log-on name, and ends with that of a sentence. It may hold an apostrophe between
     * letters, and ends with a quotation mark.
     */
    private static final String NAME = "(?:[^'\".,;()]|(?<=\\p{L})'(?=\\p{L})|\\.(?=\\S)|(?<=\\b\\p{L})\\.(?=\\s))+?";

    /** Who holds the lock, as far as Sage says it: {@code locked by <user> on <workstation>}. */
    private static final Pattern HOLDER =
            Pattern.compile("(?i)\\b(?:locked|used|amended|edited|held|opened|open|in use)\\s+by\\s+(?:user\\s+)?['\"]?"
                    + "(?<user>" + NAME + ")['\"]?"
                    + "(?:\\s+(?:on|at)\\s+(?:workstation\\s+|computer\\s+|machine\\s+)?['\"]?(?<where>[\\w.\\-]*[\\w\\-]))?"
                    + "['\"]?\\s*(?:[,;()]|(?<!\\b\\p{L})\\.(?:\\s|$)|$)");

    private SageErrors() {}

    /** The message of an error body in any of its known shapes; the raw text where it is none; empty for no body. */
    public static String text(String body) {
        String text = message(body.strip());
        text = MARKUP.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
    }

    /** Whether a body is an error in Sage's own words, as opposed to the page of whatever stands before it. */
    public static boolean isSages(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body.strip()))) {
            return !message(reader.readValue(), "").isBlank();
        } catch (JsonException e) {
            return false;
        }
    }

    /** The user, and the workstation where named: {@code jsmith on PC-12}; {@link Locked#SOMEBODY} where not. */
    public static String lockHolder(String text) {
        Matcher holder = HOLDER.matcher(text);
        if (!holder.find()) {
            return Locked.SOMEBODY;
        }
        String user = Objects.requireNonNullElse(holder.group("user"), "").strip();
        String where = holder.group("where");
        return where == null ? user : user + " on " + where;
    }

    private static String message(String body) {
        if (!body.startsWith("{") && !body.startsWith("[") && !body.startsWith("\"")) {
            return body;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return message(reader.readValue(), body);
        } catch (JsonException e) {
            return body;
        }
    }

    private static String message(JsonValue value, String body) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonObject object) {
            return NAMES.stream()
                    .map(name -> message(object.getOrDefault(name, JsonValue.NULL), ""))
                    .filter(found -> !found.isBlank())
                    .findFirst()
                    .orElse(body);
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY
                && !value.asJsonArray().isEmpty()) {
            return message(value.asJsonArray().get(0), body);
        }
        return body;
    }
}
