package centrasage.centra.client.wire;

import jakarta.json.JsonObject;
import java.util.List;

/** What became of a mutation that was sent exactly once. Every answer of Centra to one is put into one of these, nowhere else. */
public sealed interface Mutated {

    /** Provably not executed: no connection, the quota was used up, or the request was turned away unread. */
    record Unsent(String why) implements Mutated {}

    /** It was sent, and nobody knows whether it was executed. */
    record Lost(String why) implements Mutated {}

    /** Centra does not understand the request, so that none of it was executed. */
    record NotUnderstood(String why) implements Mutated {}

    /**
     * Answered whole.
     *
     * @param result the fields of the mutation
     * @param errors why it was rejected, in Centra's words
     * @param warnings what it left undone, in Centra's words
     */
    record Answered(JsonObject result, List<String> errors, List<String> warnings) implements Mutated {
        public Answered {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return "Answered[errors=" + errors + ", warnings=" + warnings + "]";
        }
    }
}
