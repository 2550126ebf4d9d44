package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;

/** What clears the pennies that are left open of an order: no sale, and nothing that came back. */
final class Pennies {
    private static final String SECOND = "PENNIES-";

    private Pennies() {}

    static boolean is(JsonNode row) {
        return row.path("second_reference").asText().startsWith(SECOND);
    }
}
