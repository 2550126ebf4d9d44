package centrasage.simulator.sage200.data;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.fields.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** What is not known of a real Sage 200, or differs from site to site, made a choice. */
public final class SiteOptions {
    private static final String DEFAULTS = """
            {"rounding": "per-line", "roundingMode": "HALF_UP", "pricesTaxInclusive": false,
             "discountRounding": "line", "version": "2024R1",
             "creditLimitAction": "hold", "customerLockBlocksOrders": true,
             "negativeFreeText": false, "negativeCharge": true,
             "draftOnFailure": false, "halfMadeStatus": 500, "sitesEmpty": false,
             "despatchNeedsAllocation": true, "freeTextIntent": "ConfirmOnDespatch", "lockBlocksTracking": false, "amendDespatched": false,
             "emptyTextIsLeftOut": false,
             "allocationSigns": "positive", "negativeAnalysis": false, "lockBlocksLedger": false,
             "invoiceSecondReference": "customer-document-no",
             "database": false}
            """;
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "rounding", Set.of("per-line", "per-tax-code"),
            "roundingMode", Set.of("HALF_UP", "HALF_EVEN"),
            "discountRounding", Set.of("line", "unit"),
            "version", Set.of("2024R1", "2025R1"),
            "creditLimitAction", Set.of("hold", "refuse"),
            "freeTextIntent", Set.of("ConfirmOnDespatch", "Confirm"),
            "allocationSigns", Set.of("positive", "signed"),
            "invoiceSecondReference", Set.of("customer-document-no", "order-no", "none"));

    private volatile ObjectNode json;

    /** Draws from the seed what callers must not rely on: how VAT is rounded and whether prices include it. */
    SiteOptions(long seed) {
        json = (ObjectNode) Json.parse(DEFAULTS);
        SplittableRandom drawn = new SplittableRandom(seed);
        json.put("rounding", drawn.nextBoolean() ? "per-line" : "per-tax-code");
        json.put("roundingMode", drawn.nextBoolean() ? "HALF_UP" : "HALF_EVEN");
        json.put("pricesTaxInclusive", drawn.nextBoolean());
    }

    public synchronized void change(ObjectNode patch) {
        ObjectNode merged = json.deepCopy();
        patch.properties().forEach(option -> {
            JsonNode known = json.get(option.getKey());
            boolean fits = known != null
                    && known.getNodeType() == option.getValue().getNodeType()
                    && CHOICES.getOrDefault(
                                    option.getKey(), Set.of(option.getValue().asText()))
                            .contains(option.getValue().asText());
            Refused.unless(fits, "option '" + option.getKey() + "' cannot be " + option.getValue() + ".");
            merged.set(option.getKey(), option.getValue());
        });
        json = merged;
    }

    public boolean is(String option) {
        return json.path(option).asBoolean();
    }

    public boolean is(String option, String value) {
        return json.path(option).asText().equals(value);
    }

    public String text(String option) {
        return json.path(option).asText();
    }

    public int number(String option) {
        return json.path(option).asInt();
    }

    public ObjectNode toJson() {
        return json.deepCopy();
    }
}
