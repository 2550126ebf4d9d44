package centrasage.simulator.sage200;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Documents for the ledgers, as the tests send them. */
final class LedgerBodies {
    private LedgerBodies() {}

    static ObjectNode receipt(SageCaller sage, String customer, String bank, String value) {
        return Json.object()
                .put("customer_id", sage.customer(customer))
                .put("bank_id", sage.id("banks", "code", bank))
                .put("cheque_value", new BigDecimal(value))
                .put("transaction_date", "2026-11-23T00:00:00")
                .put("reference", "C1001")
                .put("second_reference", "psp-1001");
    }

    /** An invoice or credit note of the British web shop at the standard rate. */
    static ObjectNode document(SageCaller sage, String goods, String tax) {
        ObjectNode document = Json.object()
                .put("customer_id", sage.customer("CENTGBP1"))
                .put("document_goods_value", new BigDecimal(goods))
                .put("document_tax_value", new BigDecimal(tax))
                .put("transaction_date", "2026-11-23T00:00:00")
                .put("reference", "C1001");
        document.putArray("tax_analysis_items")
                .addObject()
                .put("id", sage.taxCode(1))
                .put("goods_amount", new BigDecimal(goods))
                .put("tax_amount", new BigDecimal(tax));
        document.putArray("nominal_analysis_items")
                .addObject()
                .put("code", "4000")
                .put("cost_centre", "WEB")
                .put("department", "UK")
                .put("value", new BigDecimal(goods));
        return document;
    }

    static JsonNode posted(SageCaller sage, String path, JsonNode body) {
        SageCaller.Answer answer = sage.post("/" + path, body);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }
}
