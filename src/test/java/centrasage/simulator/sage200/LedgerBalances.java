package centrasage.simulator.sage200;

import static centrasage.simulator.sage200.SageCaller.amount;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What holds in the ledgers of Sage at every moment, whatever was posted. */
final class LedgerBalances {
    private static final Map<String, BigDecimal> OPENING = Map.of("CENTLIM1", new BigDecimal("150.00"));

    private LedgerBalances() {}

    static void check(SageCaller sage) {
        JsonNode book = sage.get("/control/ledger?company=33").json().path(0);
        Map<String, BigDecimal> owed = new HashMap<>(OPENING);
        Map<String, BigDecimal> held = new HashMap<>();
        Map<String, BigDecimal> inBase = new HashMap<>();
        for (JsonNode row : book.path("transactions")) {
            add(owed, row, "customer_reference", "document_gross_value");
            assertThat(amount(row, "document_allocated_value").add(amount(row, "document_outstanding_value")))
                    .isEqualByComparingTo(amount(row, "document_gross_value"));
            assertThat(amount(row, "document_allocated_value").abs())
                    .isLessThanOrEqualTo(amount(row, "document_gross_value").abs());
        }
        for (JsonNode row : book.path("bank")) {
            add(held, row, "bank_code", "cheque_value");
            add(inBase, row, "bank_code", "base_value");
        }
        equal(sage, "customers", "reference", "balance", owed);
        equal(sage, "banks", "code", "balance", held);
        equal(sage, "banks", "code", "balance_in_base", inBase);
        for (JsonNode allocation : book.path("allocations")) {
            assertThat(allocation.path("lines").findValues("value").stream()
                            .map(JsonNode::decimalValue)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isZero();
        }
    }

    private static void add(Map<String, BigDecimal> sums, JsonNode row, String key, String field) {
        sums.merge(row.path(key).asText(), amount(row, field), BigDecimal::add);
    }

    private static void equal(SageCaller sage, String table, String key, String field, Map<String, BigDecimal> sums) {
        for (JsonNode row : sage.get("/" + table).json()) {
            String code = row.path(key).asText();
            assertThat(amount(row, field))
                    .as(table + " " + code + " " + field)
                    .isEqualByComparingTo(sums.getOrDefault(code, BigDecimal.ZERO));
        }
    }
}
