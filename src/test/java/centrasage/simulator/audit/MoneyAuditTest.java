package centrasage.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.Simulators;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mutants: one entry of two books in agreement is corrupted, and the checker must say so. */
final class MoneyAuditTest {
    private BothSides both;

    @BeforeEach
    void both_books_agree() throws IOException, InterruptedException {
        both = new BothSides(Simulators.start(0, 0, 5, Json.object()));
        both.centra("POST", "/control/trade", "{'date': '2026-11-20', 'orders': 30, 'mix': {'PLAIN': 1}}");
        both.centra("POST", "/control/shipments/all", "{'split': 0, 'part': 0}");
        for (JsonNode entry : both.centra("GET", "/control/payments", "")) {
            if (entry.get("type").asText().equals("CAPTURE")) {
                receive(entry);
            }
        }
        MoneyAudit.Result result = audit();
        assertThat(result.violations()).isEmpty();
        assertThat(result.entries()).isEqualTo(result.posted()).isGreaterThan(10);
        assertThat(result.minorByCurrency().values()).allMatch(sum -> sum > 0);
    }

    @AfterEach
    void stop() {
        both.close();
    }

    private void receive(JsonNode entry) throws IOException, InterruptedException {
        String currency = entry.get("currency").asText();
        ObjectNode receipt = Json.object()
                .put("customer_id", both.id("customers", "reference", "CENT" + currency + "1"))
                .put("bank_id", both.id("banks", "code", bank(entry) + currency))
                .put("cheque_value", BigDecimal.valueOf(entry.get("minor").asLong(), 2))
                .put("transaction_date", entry.get("createdAt").asText().substring(0, 10) + "T00:00:00")
                .put("reference", "C" + entry.get("order").asText())
                .put("second_reference", entry.get("id").asText());
        both.sage("POST", "/sales_receipts", receipt.toString());
    }

    private static String bank(JsonNode entry) {
        return switch (entry.get("gateway").asText()) {
            case "adyen" -> "ADY";
            case "klarna" -> "KLA";
            case "paypal" -> "PPL";
            default -> "STR";
        };
    }

    private JsonNode captureOf(String reference) throws IOException, InterruptedException {
        for (JsonNode entry : both.centra("GET", "/control/payments", "")) {
            boolean isOf = reference.equals("C" + entry.get("order").asText());
            if (isOf && entry.get("type").asText().equals("CAPTURE")) {
                return entry;
            }
        }
        throw new AssertionError("no capture of " + reference);
    }

    private JsonNode first() throws IOException, InterruptedException {
        return both.sage("GET", "/control/ledger", "")
                .get(0)
                .get("transactions")
                .get(0);
    }

    @Test
    void a_receipt_that_was_lost_is_found() throws IOException, InterruptedException {
        JsonNode lost = first();
        both.sage("DELETE", "/control/ledger/" + lost.get("id").asText(), "");
        assertThat(audit().violations())
                .singleElement()
                .asString()
                .startsWith(lost.get("reference").asText() + " ")
                .endsWith("happened 1 times and stands 0 times in Sage");
    }

    @Test
    void a_receipt_in_the_bank_of_another_gateway_is_found() throws IOException, InterruptedException {
        JsonNode wrong = first();
        both.sage("DELETE", "/control/ledger/" + wrong.get("id").asText(), "");
        ObjectNode entry = captureOf(wrong.get("reference").asText()).deepCopy();
        receive(entry.put("gateway", entry.get("gateway").asText().equals("adyen") ? "klarna" : "adyen"));
        assertThat(audit().violations()).singleElement().asString().startsWith("the banks hold ");
    }

    @Test
    void a_receipt_that_was_doubled_is_found() throws IOException, InterruptedException {
        both.sage("POST", "/control/ledger/" + first().get("id").asText() + "/copy", "{}");
        assertThat(audit().violations())
                .hasSize(2)
                .anyMatch(found -> found.endsWith("happened 1 times and stands 2 times in Sage"))
                .anyMatch(found -> found.endsWith(" stands 2 times in Sage") && !found.contains("happened"));
    }

    @Test
    void another_amount_another_day_and_another_order_are_found() throws IOException, InterruptedException {
        String path = "/control/ledger/" + first().get("id").asText();
        for (String other : new String[] {
            "'document_gross_value': -0.01", "'transaction_date': '2026-11-01T00:00:00'", "'reference': 'C1'"
        }) {
            JsonNode before = first();
            both.sage("PUT", path, "{'set': {" + other + "}}");
            assertThat(audit().violations())
                    .hasSize(2)
                    .anyMatch(found -> found.endsWith("stands 0 times in Sage"))
                    .anyMatch(found -> found.endsWith("stands in Sage, and did not happen"));
            ObjectNode back = Json.object();
            back.putObject("set")
                    .put(
                            "document_gross_value",
                            before.get("document_gross_value").decimalValue())
                    .put("transaction_date", before.get("transaction_date").asText())
                    .put("reference", before.get("reference").asText());
            both.sage("PUT", path, back.toString());
        }
    }

    private ObjectNode strange() throws IOException, InterruptedException {
        ObjectNode strange =
                Json.object().put("bank_id", both.id("banks", "code", "ADYGBP")).put("reference", "STRANGE");
        strange.withArray("/nominal_analysis_items")
                .addObject()
                .put("code", "4000")
                .put("gross_value", 1.00)
                .put("tax_code_id", both.id("tax_codes", "name", "Outside the scope"))
                .put("tax_value", 0);
        return strange;
    }

    @Test
    void money_in_a_bank_that_nobody_captured_is_found() throws IOException, InterruptedException {
        both.sage("POST", "/bank_receipt", strange().toString());
        assertThat(audit().violations()).singleElement().asString().startsWith("the banks hold ");
    }

    @Test
    void a_refund_that_was_not_posted_is_found() throws IOException, InterruptedException {
        String order = first().get("reference").asText().substring(1);
        both.centra("POST", "/control/orders/" + order + "/refund", "{'minor': 100}");
        assertThat(audit().violations())
                .hasSize(2)
                .anyMatch(found -> found.startsWith("C" + order + " PurchaseReceiptSalesPayment ")
                        && found.endsWith("stands 0 times in Sage"))
                .anyMatch(found -> found.startsWith("the banks hold "));
    }

    @Test
    void a_gift_card_that_stays_in_its_bank_is_found() throws IOException, InterruptedException {
        long gift = both.id("banks", "code", "GIFTGBP");
        both.sage("POST", "/bank_receipt", strange().put("bank_id", gift).toString());
        assertThat(audit().violations()).singleElement().asString().startsWith("the bank GIFTGBP holds 100 ");
    }

    private MoneyAudit.Result audit() throws IOException, InterruptedException {
        return new MoneyAudit(both.centra(), both.sage()).check();
    }
}
