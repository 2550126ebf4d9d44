package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Goods that have left, as one of the two systems tells it: quantities by SKU, the carrier, the tracking number. */
record Despatched(Map<String, BigDecimal> quantities, String carrier, String tracking) {
    /** From a shipment of Centra; what the books know as a charge does not travel. */
    static Despatched shipment(JsonNode shipment, Set<String> charges) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        for (JsonNode line : shipment.get("lines")) {
            boolean goods = !line.get("type").asText().equals("GIFT_CERTIFICATE")
                    && !charges.contains(line.get("sku").asText());
            if (goods) {
                add(quantities, line.get("sku").asText(), line.get("quantity"));
            }
        }
        return new Despatched(
                quantities,
                shipment.path("carrier").asText(""),
                shipment.path("tracking").asText(""));
    }

    /** From a despatch of Sage; free text has no SKU. */
    static Despatched despatch(JsonNode despatch) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        for (JsonNode line : despatch.get("lines")) {
            if (line.get("line_type").asText().equals("EnumLineTypeStandard")) {
                add(quantities, line.get("code").asText(), line.get("quantity"));
            }
        }
        return new Despatched(
                quantities,
                despatch.get("courier_name").asText(),
                despatch.get("consignment_no").asText());
    }

    private static void add(Map<String, BigDecimal> quantities, String sku, JsonNode quantity) {
        quantities.merge(
                sku,
                new BigDecimal(quantity.asText()).stripTrailingZeros(),
                (one, other) -> one.add(other).stripTrailingZeros());
    }
}
