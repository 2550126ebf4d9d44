package centrasage.console.api.problem;

import centrasage.flow.ParameterRefused;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A problem document of RFC 9457. Its type is {@code about:blank}, so its title is the name of the status.
 *
 * @param detail one sentence that names the thing
 * @param field the parameter or member at fault; null when there is none
 * @param value what was given for it
 * @param remedy what to do about it
 * @param faults everything that is wrong with what was sent, where there can be several things; the members of each by name
 */
public record Problem(
        int status,
        String detail,
        @Nullable String field,
        @Nullable String value,
        @Nullable String remedy,
        List<Map<String, String>> faults) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final int VALUE_LENGTH = 100;

    public Problem {
        faults = List.copyOf(faults);
    }

    public Problem(int status, String detail, @Nullable String field, @Nullable String value, @Nullable String remedy) {
        this(status, detail, field, value, remedy, List.of());
    }

    /** Several things are wrong with what was sent: 400, with all of them. */
    public static Problem with(String detail, String remedy, List<Map<String, String>> faults) {
        return new Problem(Status.BAD_REQUEST.getStatusCode(), detail, null, null, remedy, faults);
    }

    public static Problem of(Status status, String detail, String remedy) {
        return new Problem(status.getStatusCode(), detail, null, null, remedy);
    }

    /** A value that cannot be used: 400. */
    public static Problem with(String field, String value, String what, String remedy) {
        String shown = value.length() > VALUE_LENGTH ? value.substring(0, VALUE_LENGTH) + "…" : value;
        return new Problem(400, field + " = \"" + shown + "\": " + what, field, shown, remedy);
    }

    /** A value that is needed and was not given: 400. */
    public static Problem missing(String field, String remedy) {
        return new Problem(Status.BAD_REQUEST.getStatusCode(), field + " is missing", field, null, remedy);
    }

    /** A parameter of a run that cannot be used: 400. */
    public static Problem of(ParameterRefused refused) {
        String remedy = refused.remedy().substring(0, 1).toUpperCase(Locale.ROOT)
                + refused.remedy().substring(1);
        return refused.value().isEmpty()
                ? new Problem(
                        Status.BAD_REQUEST.getStatusCode(),
                        refused.field() + " " + refused.what(),
                        refused.field(),
                        null,
                        remedy)
                : with(refused.field(), refused.value(), refused.what(), remedy);
    }

    /** @param instance the address that was asked for */
    public String toJson(String instance) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title())
                .add("status", status)
                .add("detail", detail)
                .add("instance", instance);
        add(json, "field", field);
        add(json, "value", value);
        add(json, "remedy", remedy);
        if (!faults.isEmpty()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            faults.forEach(fault -> list.add(Json.createObjectBuilder(new TreeMap<String, Object>(fault))));
            json.add("faults", list);
        }
        return json.build().toString();
    }

    private String title() {
        Status known = Status.fromStatusCode(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String text) {
        if (text != null) {
            json.add(name, text);
        }
    }
}
