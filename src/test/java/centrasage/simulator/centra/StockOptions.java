package centrasage.simulator.centra;

import centrasage.simulator.centra.stock.StockRules;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The options of a tenant that are about setting stock: {@code {"stockBelowAllocated": "CLAMP | ERROR", "unknownSku": "SKIP | ERROR",
 * "stockBatchMax": 1000, "freeToAllocateTaken": true}}.
 */
final class StockOptions {
    static final String BELOW_ALLOCATED = "stockBelowAllocated";
    static final String UNKNOWN_SKU = "unknownSku";
    static final String BATCH_MAX = "stockBatchMax";
    static final String TAKES_FREE = "freeToAllocateTaken";
    private static final String ERROR = "ERROR";
    private static final String CLAMP = "CLAMP";
    private static final String SKIP = "SKIP";

    private StockOptions() {}

    static StockRules read(StockRules now, String name, JsonNode value) {
        return switch (name) {
            case BELOW_ALLOCATED -> now.withRefusesBelowAllocated(isError(name, value, CLAMP));
            case UNKNOWN_SKU -> now.withRefusesUnknownSku(isError(name, value, SKIP));
            case BATCH_MAX -> now.withBatchMax(positive(name, value));
            default -> now.withTakesFree(truth(name, value));
        };
    }

    static void write(StockRules rules, ObjectNode json) {
        json.put(BELOW_ALLOCATED, rules.refusesBelowAllocated() ? ERROR : CLAMP);
        json.put(UNKNOWN_SKU, rules.refusesUnknownSku() ? ERROR : SKIP);
        json.put(BATCH_MAX, rules.batchMax());
        json.put(TAKES_FREE, rules.takesFree());
    }

    private static boolean isError(String name, JsonNode value, String otherwise) {
        boolean error = value.asText().equals(ERROR);
        check(error || value.asText().equals(otherwise), name + ": must be " + otherwise + " or " + ERROR);
        return error;
    }

    private static int positive(String name, JsonNode value) {
        check(value.canConvertToInt() && value.asInt() > 0, name + ": must be a number above 0");
        return value.asInt();
    }

    private static boolean truth(String name, JsonNode value) {
        check(value.isBoolean(), name + ": must be true or false");
        return value.booleanValue();
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refusal(Response.message(400, otherwise));
        }
    }
}
