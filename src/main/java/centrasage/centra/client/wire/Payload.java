package centrasage.centra.client.wire;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * What a mutation answers: its fields, why it was rejected, and what it left undone although it succeeded.
 *
 * @param errors not empty: nothing was done
 * @param warnings not empty: something was done and something was not, such as a shipment without its capture
 */
record Payload(JsonObject fields, List<UserMessage> errors, List<UserMessage> warnings) {
    Payload {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Payload[errors=" + errors + ", warnings=" + warnings + "]";
    }
}
