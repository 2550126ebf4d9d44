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

/** Payments, receipts and transfers of the cash book. */
final class CashBookTest extends SageTest {
    @AfterEach
    void balances_are_the_sums_of_rows() {
        LedgerBalances.check(sage);
    }

    @Test
    void a_payment_leaves_the_bank_with_its_tax_apart() {
        JsonNode answer = posted("bank_payment", entry("ADYGBP", "12.00").put("narrative", "Fees of November"));

        assertThat(answer).hasToString("{\"urn\":\"1001\"}");
        JsonNode row = rows("ADYGBP", "").path(0);
        assertThat(amount(row, "cheque_value")).isEqualTo("-12.00");
        assertThat(row.path("entry_description").asText()).isEqualTo("Fees of November");
        assertThat(row.path("second_reference").asText()).isEqualTo("fee-1");
        assertThat(row.at("/nominal_analysis_items/0/value").decimalValue()).isEqualTo("10.00");
        assertThat(row.at("/nominal_analysis_items/0/name").asText()).isEqualTo("Card fees");
        assertThat(row.at("/tax_analysis_items/0/tax_amount").decimalValue()).isEqualTo("2.00");
        assertThat(amount(bank("ADYGBP"), "balance")).isEqualTo("-12.00");
    }

    @Test
    void a_receipt_comes_into_the_bank_and_is_found_by_its_references() {
        posted("bank_receipt", entry("ADYGBP", "12.00"));

        assertThat(amount(bank("ADYGBP"), "balance_in_base")).isEqualTo("12.00");
        assertThat(sage.list(
                                "bank_posted_transactions",
                                "$filter",
                                "reference eq 'PO-1' and second_reference eq 'fee-1' and bank_id eq " + id("ADYGBP"))
                        .json())
                .hasSize(1);
        assertThat(rows("KLAGBP", "")).isEmpty();
        assertThat(sage.get("/banks/1/bank_posted_transactions").status()).isEqualTo(404);
    }

    @Test
    void an_item_without_a_tax_code_ends_on_the_vat_return() {
        ObjectNode bare = entry("ADYGBP", "12.00");
        ObjectNode item = (ObjectNode) bare.at("/nominal_analysis_items/0");
        item.remove("tax_code_id");
        item.remove("tax_value");
        item.remove("goods_value");

        posted("bank_payment", bare);

        JsonNode row = rows("ADYGBP", "").path(0);
        assertThat(row.at("/tax_analysis_items/0/code").asInt()).isEqualTo(1);
        assertThat(row.at("/tax_analysis_items/0/tax_amount").decimalValue()).isEqualTo("2.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "code        | \"7777\" | 'nominal_analysis_items[0].code': there is no nominal account 7777",
                "code        |        | 'nominal_analysis_items[0].code' is required",
                "goods_value | 11.00  | must add up to 12.00",
                "tax_value   | 1.00   | must add up to 12.00",
                "gross_value | 13.00  | must add up to 13.00",
                "tax_code_id | 1      | 'nominal_analysis_items[0].tax_code_id': no record",
                "urn         | 1      | not a field",
            })
    void a_wrong_item_is_refused(String field, String value, String message) {
        ObjectNode sent = entry("ADYGBP", "12.00");
        ObjectNode item = (ObjectNode) sent.at("/nominal_analysis_items/0");
        if (value == null) {
            item.remove(field);
        } else {
            item.set(field, Json.parse(value));
        }

        assertThat(refusal("bank_payment", sent)).contains(message);
        assertThat(refusal("bank_receipt", sent)).contains(message);
        assertThat(sage.get("/bank_posted_transactions").json()).isEmpty();
    }

    @Test
    void nothing_and_less_than_nothing_is_refused() {
        assertThat(refusal("bank_payment", entry("ADYGBP", "0.00"))).contains("must be above 0");
        assertThat(refusal("bank_payment", entry("ADYGBP", "-12.00"))).contains("must be above 0");
        ObjectNode empty = entry("ADYGBP", "12.00");
        empty.putArray("nominal_analysis_items");
        assertThat(refusal("bank_payment", empty)).contains("'nominal_analysis_items' is required");
        empty.remove("bank_id");
        assertThat(refusal("bank_payment", empty)).contains("'bank_id' is required");
    }

    @Test
    void a_foreign_bank_has_its_tax_in_the_header_and_a_rate() {
        ObjectNode sent = foreign("ADYEUR", "11.90")
                .put("tax_code_id", sage.taxCode(111))
                .put("cheque_value", new BigDecimal("11.90"))
                .put("cheque_tax_value", new BigDecimal("1.90"));
        posted("bank_payment", sent.put("exchange_rate", new BigDecimal("1.19")));

        JsonNode row = rows("ADYEUR", "").path(0);
        assertThat(row.at("/tax_analysis_items/0/goods_amount").decimalValue()).isEqualTo("10.00");
        assertThat(amount(bank("ADYEUR"), "balance")).isEqualTo("-11.90");
        assertThat(amount(bank("ADYEUR"), "balance_in_base")).isEqualTo("-10.00");
        assertThat(refusal("bank_payment", entry("ADYEUR", "12.00"))).contains("cannot be set");
        assertThat(refusal("bank_payment", entry("ADYGBP", "12.00").put("exchange_rate", 1)))
                .contains("'exchange_rate' cannot be set");
        assertThat(refusal("bank_payment", sent.put("cheque_value", 11))).contains("must add up to 11.00");
        assertThat(refusal(
                        "bank_payment",
                        foreign("ADYEUR", "5.00").put("cheque_currency_id", sage.id("currencies", "symbol", "USD"))))
                .contains("cheque_currency_id");
    }

    @Test
    void a_transfer_is_seen_in_both_banks_and_answered_with_itself() {
        ObjectNode sent = transfer("ADYGBP", "BANKGBP", "100.00");

        JsonNode answer = posted("bank_transfer", sent);

        assertThat(answer).hasToString(sent.toString());
        assertThat(amount(bank("ADYGBP"), "balance")).isEqualTo("-100.00");
        assertThat(amount(bank("BANKGBP"), "balance")).isEqualTo("100.00");
        JsonNode rows = sage.list("bank_posted_transactions", "$filter", "reference eq 'PO-1'")
                .json();
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/0/urn")).isEqualTo(rows.at("/1/urn"));
    }

    @Test
    void a_transfer_between_currencies_states_rates_and_where_the_difference_goes() {
        ObjectNode sent = transfer("ADYEUR", "BANKGBP", "115.00")
                .put("receipt_value", new BigDecimal("98.00"))
                .put("payment_to_base_exchange_rate", new BigDecimal("1.15"));
        assertThat(refusal("bank_transfer", sent)).contains("'exchange_difference_code' is required");

        posted("bank_transfer", sent.put("exchange_difference_code", "7906"));

        assertThat(amount(bank("ADYEUR"), "balance_in_base")).isEqualTo("-100.00");
        assertThat(amount(bank("BANKGBP"), "balance_in_base")).isEqualTo("98.00");
        assertThat(rows("BANKGBP", "").at("/0/nominal_analysis_items/0/value").decimalValue())
                .isEqualTo("2.00");
        posted("bank_transfer", transfer("ADYEUR", "BANKGBP", "11.50"));
        assertThat(amount(bank("BANKGBP"), "balance")).isEqualTo("108.00");
    }

    @Test
    void the_commission_of_a_foreign_transfer_is_paid_by_the_bank_that_is_named() {
        ObjectNode sent = transfer("ADYEUR", "BANKEUR", "100.00").put("commission_value", new BigDecimal("2.00"));
        assertThat(refusal("bank_transfer", sent)).contains("'commission_code' is required");
        sent.put("commission_code", "7901").put("commission_payer", "Nobody");
        assertThat(refusal("bank_transfer", sent)).contains("commission_payer");

        posted("bank_transfer", sent.put("commission_payer", "ReceiptBank"));

        assertThat(amount(bank("ADYEUR"), "balance")).isEqualTo("-100.00");
        assertThat(amount(bank("BANKEUR"), "balance")).isEqualTo("98.00");
    }

    @Test
    void a_wrong_transfer_is_refused() {
        assertThat(refusal("bank_transfer", transfer("ADYGBP", "ADYGBP", "1.00")))
                .contains("another bank account");
        assertThat(refusal("bank_transfer", transfer("ADYGBP", "BANKGBP", "0.00")))
                .contains("'payment_value'");
        assertThat(refusal(
                        "bank_transfer", transfer("ADYGBP", "BANKGBP", "1.00").put("receipt_value", 1)))
                .contains("'receipt_value' cannot be set");
        assertThat(refusal(
                        "bank_transfer", transfer("ADYEUR", "BANKEUR", "1.00").put("receipt_value", 2)))
                .contains("'receipt_value' must be the payment value");
        assertThat(refusal(
                        "bank_transfer", transfer("ADYGBP", "BANKGBP", "1.00").put("bank_to_id", 1)))
                .contains("'bank_to_id': no record");
        assertThat(sage.get("/bank_posted_transactions").json()).isEmpty();
    }

    @Test
    void a_closed_period_of_the_cash_book_refuses_and_that_of_the_sales_ledger_does_not() {
        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'ledgers': ['LedgerSales']}"));
        posted("bank_payment", entry("ADYGBP", "12.00"));
        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'ledgers': ['LedgerCashBook']}"));

        assertThat(refusal("bank_payment", entry("ADYGBP", "12.00"))).contains("closed");
        assertThat(refusal("bank_transfer", transfer("ADYGBP", "BANKGBP", "1.00")))
                .contains("closed");
    }

    @Test
    void faults_strike_by_the_references_and_a_half_made_transfer_reaches_one_bank_alone() {
        sage.post("/control/faults/next", SageCaller.json("{'kind': 'reset-after-commit', 'key': 'PO-1 fee-1'}"));
        boolean answered = true;
        try {
            sage.post("/bank_payment", entry("ADYGBP", "12.00"));
        } catch (UncheckedIOException cut) {
            answered = false;
        }
        assertThat(answered).isFalse();
        assertThat(rows("ADYGBP", "")).hasSize(1);

        sage.post("/control/faults/next", SageCaller.json("{'kind': 'half-made-draft', 'key': 'PO-2'}"));
        assertThat(sage.post("/bank_payment", entry("ADYGBP", "12.00").put("reference", "PO-2"))
                        .status())
                .isEqualTo(500);
        assertThat(rows("ADYGBP", "reference eq 'PO-2'")).isEmpty();

        sage.post("/control/faults/next", SageCaller.json("{'kind': 'half-made-draft', 'key': 'PO-3'}"));
        assertThat(sage.post(
                                "/bank_transfer",
                                transfer("ADYGBP", "BANKGBP", "1.00").put("reference", "PO-3"))
                        .status())
                .isEqualTo(500);
        assertThat(rows("ADYGBP", "reference eq 'PO-3'")).hasSize(1);
        assertThat(rows("BANKGBP", "")).isEmpty();
    }

    private ObjectNode entry(String bank, String gross) {
        BigDecimal value = new BigDecimal(gross);
        BigDecimal tax = value.divide(new BigDecimal("6")).setScale(2);
        ObjectNode entry = foreign(bank, gross);
        ((ObjectNode) entry.at("/nominal_analysis_items/0"))
                .put("goods_value", value.subtract(tax))
                .put("tax_value", tax)
                .put("tax_code_id", sage.taxCode(1));
        return entry;
    }

    /** As a bank that is not of the base currency wants it: no tax with the items. */
    private ObjectNode foreign(String bank, String gross) {
        ObjectNode entry = Json.object()
                .put("bank_id", id(bank))
                .put("transaction_date", "2026-11-23T00:00:00")
                .put("reference", "PO-1")
                .put("second_reference", "fee-1");
        entry.putArray("nominal_analysis_items")
                .addObject()
                .put("code", "7901")
                .put("gross_value", new BigDecimal(gross));
        return entry;
    }

    private ObjectNode transfer(String from, String to, String value) {
        return Json.object()
                .put("bank_from_id", id(from))
                .put("bank_to_id", id(to))
                .put("payment_value", new BigDecimal(value))
                .put("transaction_date", "2026-11-23T00:00:00")
                .put("reference", "PO-1")
                .put("second_reference", "payout-1");
    }

    private JsonNode rows(String bank, String filter) {
        String path = "banks/" + id(bank) + "/bank_posted_transactions";
        String expand = "nominal_analysis_items,tax_analysis_items,bank";
        return filter.isEmpty()
                ? sage.list(path, "$expand", expand).json()
                : sage.list(path, "$expand", expand, "$filter", filter).json();
    }

    private JsonNode bank(String code) {
        return sage.get("/banks/" + id(code)).json();
    }

    private long id(String bank) {
        return sage.id("banks", "code", bank);
    }

    private JsonNode posted(String path, JsonNode body) {
        return LedgerBodies.posted(sage, path, body);
    }

    private String refusal(String path, JsonNode body) {
        SageCaller.Answer answer = sage.post("/" + path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.message();
    }
}
