package centrasage.catalogue.publish;

import centrasage.catalogue.compare.Compared;
import centrasage.centra.client.wire.RequestRefused;
import centrasage.flow.TargetUnavailable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The single requests of a run that Centra answered with an error, as opposed to what it rejected. A few are about what they say; many mean
 * that Centra or its API is otherwise than it was, and then none of them is held against a value.
 */
final class RequestErrors {
    static final int MOST = 20;

    private final Map<Compared, String> values = new LinkedHashMap<>();
    private int errors;

    /** @throws TargetUnavailable where there are too many of them in one run */
    void add(Compared told, RequestRefused error) throws TargetUnavailable {
        String words = String.valueOf(error.getMessage());
        count(words);
        if (!error.isPassing()) {
            values.put(told, words);
        }
    }

    void count(String words) throws TargetUnavailable {
        errors++;
        if (errors > MOST) {
            throw new TargetUnavailable("Centra answers " + errors
                    + " changes of the catalogue in one run with an error: its API has changed, or something is wrong there. Nothing more is"
                    + " told in this run, and what was answered so is told again. The last one: " + words);
        }
    }

    /** Those that would be answered so again. */
    void each(BiConsumer<Compared, String> value) {
        values.forEach(value);
    }
}
