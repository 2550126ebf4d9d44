package centrasage.simulator.centra.catalogue;

import java.time.Instant;
import java.util.Map;

/**
 * What a mutation changed of one object, kept for whoever wants to know.
 *
 * @param object its type in Centra
 */
public record Change(Instant at, String mutation, String object, int id, Map<String, Facts.Difference> fields) {
    public Change {
        fields = Map.copyOf(fields);
    }
}
