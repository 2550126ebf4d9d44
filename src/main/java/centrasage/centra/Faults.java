package centrasage.centra;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what is wrong with one document, so that a person sees all of it at once. */
final class Faults {
    private static final String REMEDY =
            "Open the order in Centra (AMS > Orders) and complete %s there; it is read again"
                    + " when it changes. If it is complete in Centra, its API answers otherwise than documented: send this text"
                    + " to whoever maintains centra-sage200.";
    /** A broken answer has the same fault on every line: nobody reads more than this. */
    private static final int FAULTS_MAX = 20;

    private static final int SHOWN_LENGTH_MAX = 40;

    private final String word;
    private final List<Reason> reasons = new ArrayList<>();

    /** @param word what people call such a document, such as {@code order} */
    Faults(String word) {
        this.word = word;
    }

    void missing(String path) {
        add("The field " + path + " is missing");
    }

    /** @param expected what it should have been, such as {@code "a whole number"} */
    void wrong(String path, JsonValue value, String expected) {
        add("The field " + path + " is " + shown(path, value) + ", not " + expected);
    }

    void unreadable(String why) {
        add("The " + word + " as Centra sent it cannot be read: " + why);
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    private void add(String what) {
        String code = "UNREADABLE_" + word.toUpperCase(Locale.ROOT);
        String which = word.equals("order") ? "it" : "its " + word;
        Reason reason = new Reason(code, Owner.OPERATIONS, what, REMEDY.formatted(which));
        if (reasons.size() < FAULTS_MAX && !reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    /** Only scalars outside the customer's own data are repeated: reasons go to screens, mails and logs. */
    private static String shown(String path, JsonValue value) {
        if (path.contains("Address.") || path.startsWith("customer.")) {
            return "of the wrong kind (" + kind(value) + ")";
        }
        if (value instanceof JsonString || value instanceof JsonNumber) {
            String text = value.toString();
            return text.length() <= SHOWN_LENGTH_MAX ? text : text.substring(0, SHOWN_LENGTH_MAX) + "...";
        }
        return kind(value);
    }

    private static String kind(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case TRUE, FALSE -> value.toString();
            case NULL -> "empty";
        };
    }
}
