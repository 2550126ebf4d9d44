package centrasage.simulator.sage200;

import static centrasage.simulator.sage200.SageCaller.amount;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments to suppliers and receipts from them, as the purchase ledger and the banks have them. */
final class PurchaseTest extends SageTest {
    @AfterEach
    void balances_are_the_sums_of_rows() {
        LedgerBalances.check(sage);
    }

    @Test
    void a_payment_answers_a_urn_alone_and_stands_in_the_ledger_and_in_the_bank() {
        assertThat(posted("purchase_payments", money("ADYENEUR", "ADYEUR", "23.00")))
                .hasToString("{\"urn\":\"1001\"}");

        JsonNode view = sage.list(
                        "purchase_transaction_views",
                        "$filter",
                        "reference eq 'PO-1' and second_reference eq 'invoice-1'")
                .json()
                .path(0);
        assertThat(amount(view, "document_gross_value")).isEqualTo("-23.00");
        assertThat(amount(view, "base_gross_value")).isEqualTo("-20.00");
        assertThat(view.path("supplier_reference").asText()).isEqualTo("ADYENEUR");
        assertThat(view.path("transaction_type").asText())
                .isEqualTo("TradingAccountEntryTypePurchasePaymentSalesReceipt");
        JsonNode row = sage.list("purchase_posted_transactions", "$filter", "urn eq 1001", "$expand", "bank_items")
                .json()
                .path(0);
        assertThat(row.path("id").asLong())
                .isEqualTo(view.path("posted_supplier_transaction_id").asLong());
        assertThat(row.at("/bank_items/0/bank_code").asText()).isEqualTo("ADYEUR");
        JsonNode bank = sage.list("bank_posted_transactions", "$filter", "urn eq 1001", "$expand", "trade_items")
                .json()
                .path(0);
        assertThat(amount(bank, "cheque_value")).isEqualTo("-23.00");
        assertThat(bank.path("source").asText()).isEqualTo("LedgerPurchase");
        assertThat(bank.path("second_reference").asText()).isEqualTo("invoice-1");
        assertThat(bank.at("/trade_items/0/account_number").asText()).isEqualTo("ADYENEUR");
        assertThat(balance("ADYENEUR")).isEqualTo("-23.00");
    }

    @Test
    void a_receipt_is_the_reverse_of_a_payment() {
        posted("purchase_payments", money("ADYEN", "ADYGBP", "20.00"));
        posted("purchase_receipts", money("ADYEN", "ADYGBP", "5.00").put("second_reference", "back"));

        assertThat(balance("ADYEN")).isEqualTo("-15.00");
        assertThat(amount(
                        sage.get("/banks/" + sage.id("banks", "code", "ADYGBP")).json(), "balance"))
                .isEqualTo("-15.00");
    }

    @Test
    void a_supplier_is_known_by_its_reference_and_tells_its_currency() {
        JsonNode view = sage.list("supplier_views", "$filter", "reference eq 'adyeneur'")
                .json()
                .path(0);
        assertThat(view.path("currency_iso_code").asText()).isEqualTo("EUR");
        assertThat(view.path("id").asLong()).isEqualTo(sage.id("suppliers", "reference", "ADYENEUR"));
    }

    @ParameterizedTest
    @CsvSource({
        "supplier_id, 1, no record with id 1 in suppliers",
        "bank_id, 1, no record with id 1 in banks",
        "cheque_value, 0, must be above 0",
        "settlement_discount_value, 1, is not simulated",
        "narrative, 1, is not a field of purchase_payments",
        "reference, 1, must be a string",
    })
    void what_does_not_fit_is_refused_and_leaves_nothing_behind(String field, BigDecimal value, String message) {
        assertThat(refusal(money("ADYEN", "ADYGBP", "20.00").put(field, value.intValueExact())))
                .contains(field, message);
        assertThat(sage.get("/purchase_posted_transactions").json()).isEmpty();
        assertThat(sage.get("/bank_posted_transactions").json()).isEmpty();
    }

    @Test
    void a_bank_of_another_currency_a_hidden_account_and_a_closed_period_are_refused() {
        assertThat(refusal(money("ADYEN", "ADYEUR", "1.00"))).contains("currency of the bank account");
        assertThat(refusal(money("OLDPSP", "ADYGBP", "1.00"))).contains("hidden");
        ObjectNode nowhere = money("ADYEN", "ADYGBP", "1.00");
        nowhere.remove("bank_id");
        assertThat(refusal(nowhere)).contains("'bank_id' is required");
        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'ledgers': ['LedgerPurchase']}"));
        assertThat(refusal(money("ADYEN", "ADYGBP", "1.00"))).contains("closed");
    }

    @Test
    void faults_strike_by_the_references() {
        sage.post("/control/faults/next", SageCaller.json("{'kind': 'reset-after-commit', 'key': 'PO-1 invoice-1'}"));
        boolean answered = true;
        try {
            sage.post("/purchase_payments", money("ADYEN", "ADYGBP", "12.00"));
        } catch (UncheckedIOException cut) {
            answered = false;
        }
        assertThat(answered).isFalse();
        assertThat(sage.get("/purchase_transaction_views").json()).hasSize(1);
    }

    private ObjectNode money(String supplier, String bank, String value) {
        return Json.object()
                .put("supplier_id", sage.id("suppliers", "reference", supplier))
                .put("bank_id", sage.id("banks", "code", bank))
                .put("cheque_value", new BigDecimal(value))
                .put("transaction_date", "2026-11-23T00:00:00")
                .put("reference", "PO-1")
                .put("second_reference", "invoice-1");
    }

    private BigDecimal balance(String supplier) {
        return amount(
                sage.get("/suppliers/" + sage.id("suppliers", "reference", supplier))
                        .json(),
                "balance");
    }

    private JsonNode posted(String path, JsonNode body) {
        return LedgerBodies.posted(sage, path, body);
    }

    private String refusal(JsonNode body) {
        SageCaller.Answer answer = sage.post("/purchase_payments", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.message();
    }
}
