package centrasage.demo;

import centrasage.story.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** What goes wrong between the systems during the demo, as it does in life: a few per thousand of Sage's answers. */
final class Mishaps {
    /** Waits that suit a demo of a minute rather than a working day. */
    static final Map<String, String> SETTINGS = Map.of(
            "sage200.read-timeout", "PT2S",
            "sage200.in-doubt-settle", "PT6S",
            "posting.lock-retry", "PT1S,PT2S,PT5S",
            "posting.lock-probes-per-minute", "6000",
            "posting.lock-probe", "PT5S",
            "schedule.in-doubt", "every PT2S",
            "schedule.dispatch-to-sage", "every PT2S",
            "schedule.payment-import", "every PT2S",
            "schedule.refund-import", "every PT2S");

    private static final String FAULTS = """
            {"write": {"timeout-after-commit": 10, "504-after-commit": 10, "reset-before-commit": 10, "lock": 20},
             "holdMillis": 2500, "lockSeconds": 2}
            """;

    private Mishaps() {}

    static void begin(World world) {
        world.sage("PUT", "/control/faults", FAULTS);
    }

    /** How often each kind struck. */
    static Map<String, Long> counts(World world) {
        Map<String, Long> counts = new TreeMap<>();
        JsonNode struck = world.sage("/control/faults").get("counts");
        struck.fields()
                .forEachRemaining(
                        kind -> counts.put(kind.getKey(), kind.getValue().asLong()));
        return counts;
    }
}
