package centrasage.simulator.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Which order a credit note in the sales ledger is of, whether it was entered there or posted from a sales return. */
final class SalesReturns {
    private final Map<String, String> orders = new HashMap<>();

    private SalesReturns() {}

    static SalesReturns of(Books sage) throws IOException, InterruptedException {
        SalesReturns returns = new SalesReturns();
        for (JsonNode credit : sage.get("/control/credits")) {
            returns.orders.put(
                    credit.get("company").asText() + "/" + credit.get("urn").asText(),
                    credit.get("customer_document_no").asText().replaceFirst("-R\\d+$", ""));
        }
        return returns;
    }

    /** @param row of the ledger; one that was entered there carries its order itself */
    String order(String company, JsonNode row) {
        return orders.getOrDefault(
                company + "/" + row.get("urn").asText(), row.get("reference").asText());
    }
}
