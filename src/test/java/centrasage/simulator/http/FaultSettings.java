package centrasage.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How often and how hard faults strike: the JSON object of {@code /control/faults}, validated, immutable. */
public final class FaultSettings {
    private static final String DEFAULTS = """
            {"seed": 1, "read": {}, "write": {},
             "latencyMillisMin": 5, "latencyMillisMax": 50,
             "holdMillis": 3000,
             "lateCommitMillisMin": 1, "lateCommitMillisMax": 1000, "lateCommitAnswer": "drop",
             "retryAfterSeconds": 1, "retryAfterFormat": "seconds",
             "lockSeconds": 0, "lockUser": "J. Smith", "lockWorkstation": "WS-14", "lockStatus": 400,
             "lockMessage": "This record is locked by {user} on {workstation}."}
            """;
    private static final int PERMILLE = 1000;

    private final ObjectNode json;

    private FaultSettings(ObjectNode json) {
        this.json = json;
    }

    /** No faults. */
    public static FaultSettings none() {
        return new FaultSettings((ObjectNode) Json.parse(DEFAULTS));
    }

    /** These settings with the fields of {@code patch} replaced; an unknown field or kind is answered with 400. */
    public FaultSettings with(ObjectNode patch) {
        ObjectNode merged = json.deepCopy();
        patch.properties().forEach(field -> {
            JsonNode known = json.get(field.getKey());
            refuseUnless(
                    known != null && known.getNodeType() == field.getValue().getNodeType(),
                    "unknown or ill-typed setting '" + field.getKey() + "'");
            merged.set(field.getKey(), field.getValue());
        });
        checkRates(merged.path("read"));
        checkRates(merged.path("write"));
        return new FaultSettings(merged);
    }

    int rate(Route.Traffic traffic, FaultKind kind) {
        return switch (traffic) {
            case READ -> json.path("read").path(kind.wireName()).asInt(0);
            case WRITE -> json.path("write").path(kind.wireName()).asInt(0);
            default -> 0;
        };
    }

    long number(String name) {
        return json.path(name).asLong();
    }

    String text(String name) {
        return json.path(name).asText();
    }

    /** What a caller is told who meets a record that somebody has open. */
    public Response lockedBy(String user, String workstation) {
        String message = text("lockMessage").replace("{user}", user).replace("{workstation}", workstation);
        return Response.message((int) number("lockStatus"), message);
    }

    ObjectNode toJson() {
        return json.deepCopy();
    }

    private static void checkRates(JsonNode rates) {
        int sum = 0;
        for (var rate : rates.properties()) {
            refuseUnless(
                    FaultKind.named(rate.getKey()).isPresent()
                            && rate.getValue().isInt()
                            && rate.getValue().asInt() >= 0,
                    "'" + rate.getKey() + "' is not a fault with a rate in permille");
            boolean joins = rate.getKey().equals(FaultKind.LATENCY.wireName());
            sum += joins ? 0 : rate.getValue().asInt();
        }
        refuseUnless(sum <= PERMILLE, "the rates add up to more than 1000 permille");
    }

    private static void refuseUnless(boolean holds, String fault) {
        if (!holds) {
            throw new Refusal(Response.message(400, "Faults: " + fault + "."));
        }
    }
}
