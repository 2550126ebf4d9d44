package centrasage.simulator.sage200;

import static centrasage.simulator.sage200.SageCaller.amount;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sales ledger over the API: what it posts, what it refuses, and that balances are the sums of rows. */
final class LedgerTest extends SageTest {
    @AfterEach
    void balances_are_the_sums_of_rows() {
        LedgerBalances.check(sage);
    }

    @Test
    void a_receipt_answers_a_urn_alone_and_stands_in_the_ledger_and_in_the_bank() {
        JsonNode answer = posted("sales_receipts", receipt("CENTEUR1", "ADYEUR", "118.80"));

        assertThat(answer).hasToString("{\"urn\":\"1001\"}");
        JsonNode row = only("urn eq 1001", "customer,bank_items,nominal_analysis_items,tax_analysis_items");
        assertThat(row.path("trader_transaction_type").asText())
                .isEqualTo("TradingAccountEntryTypePurchasePaymentSalesReceipt");
        assertThat(amount(row, "document_gross_value")).isEqualTo("-118.80");
        assertThat(amount(row, "document_outstanding_value")).isEqualTo("-118.80");
        assertThat(amount(row, "base_gross_value")).isEqualTo("-103.30");
        assertThat(amount(row, "document_allocated_value")).isEqualTo("0.00");
        assertThat(row.path("transaction_date").asText()).isEqualTo("2026-11-23T00:00:00");
        assertThat(row.path("reference").asText()).isEqualTo("C1001");
        assertThat(row.at("/customer/reference").asText()).isEqualTo("CENTEUR1");
        assertThat(row.at("/bank_items/0/bank_code").asText()).isEqualTo("ADYEUR");
        assertThat(row.at("/bank_items/0/cheque_value").decimalValue()).isEqualTo("118.80");
        JsonNode bank = inBank("ADYEUR").path(0);
        assertThat(amount(bank, "cheque_value")).isEqualTo("118.80");
        assertThat(bank.path("source").asText()).isEqualTo("LedgerSales");
        assertThat(bank.path("urn").asLong()).isEqualTo(1001);
        assertThat(bank.at("/trade_items/0/account_number").asText()).isEqualTo("CENTEUR1");
        assertThat(amount(row("banks", "code", "ADYEUR"), "balance")).isEqualTo("118.80");
        assertThat(amount(row("banks", "code", "ADYEUR"), "balance_in_base")).isEqualTo("103.30");
        assertThat(amount(row("customers", "reference", "CENTEUR1"), "balance")).isEqualTo("-118.80");
    }

    @Test
    void a_payment_is_the_reverse_of_a_receipt() {
        posted("sales_receipts", receipt("CENTGBP1", "ADYGBP", "20.00"));
        posted("sales_payments", receipt("CENTGBP1", "ADYGBP", "5.00"));

        JsonNode row = only("trader_transaction_type eq '2'", "bank_items");
        assertThat(amount(row, "document_gross_value")).isEqualTo("5.00");
        assertThat(row.at("/bank_items/0/cheque_value").decimalValue()).isEqualTo("-5.00");
        assertThat(amount(row("banks", "code", "ADYGBP"), "balance")).isEqualTo("15.00");
        assertThat(amount(row("customers", "reference", "CENTGBP1"), "balance")).isEqualTo("-15.00");
    }

    @Test
    void an_invoice_and_a_credit_note_carry_the_vat_that_they_were_sent_with() {
        posted("sales_invoices", document("100.00", "19.99"));
        posted("sales_credit_notes", document("10.00", "2.00").put("second_reference", "R1"));

        JsonNode invoice = only("trader_transaction_type eq '4'", "tax_analysis_items,nominal_analysis_items");
        assertThat(amount(invoice, "document_gross_value")).isEqualTo("119.99");
        assertThat(invoice.at("/tax_analysis_items/0/tax_amount").decimalValue())
                .isEqualTo("19.99");
        assertThat(invoice.at("/tax_analysis_items/0/code").asInt()).isEqualTo(1);
        assertThat(invoice.at("/nominal_analysis_items/0/name").asText()).isEqualTo("Sales UK, web");
        assertThat(invoice.path("due_date").asText()).isEqualTo("2026-12-23T00:00:00");
        JsonNode credit = only("second_reference eq 'R1'", "tax_analysis_items");
        assertThat(amount(credit, "document_gross_value")).isEqualTo("-12.00");
        assertThat(amount(credit, "document_tax_value")).isEqualTo("-2.00");
        assertThat(credit.at("/tax_analysis_items/0/goods_amount").decimalValue())
                .isEqualTo("-10.00");
        assertThat(amount(row("customers", "reference", "CENTGBP1"), "balance")).isEqualTo("107.99");
    }

    @Test
    void what_is_left_out_comes_from_the_customer_and_from_today() {
        ObjectNode bare = document("100.00", "20.00");
        bare.remove("tax_analysis_items");
        bare.remove("nominal_analysis_items");
        bare.remove("transaction_date");
        posted("sales_invoices", bare);

        JsonNode row = only("urn eq 1001", "tax_analysis_items,nominal_analysis_items");
        assertThat(row.at("/tax_analysis_items/0/code").asInt()).isEqualTo(1);
        assertThat(row.at("/nominal_analysis_items/0/code").asText()).isEqualTo("4000");
        LocalDate today = LocalDate.now(simulator.state().clock());
        assertThat(row.path("transaction_date").asText()).startsWith(today.toString());
    }

    @Test
    void a_rate_that_is_sent_values_the_document_in_base_currency() {
        posted("sales_receipts", receipt("CENTEUR1", "ADYEUR", "100.00").put("exchange_rate", new BigDecimal("1.25")));

        assertThat(amount(only("urn eq 1001", ""), "base_gross_value")).isEqualTo("-80.00");
        assertThat(amount(row("banks", "code", "ADYEUR"), "balance_in_base")).isEqualTo("80.00");
        assertThat(refusal(
                        "sales_receipts", receipt("CENTGBP1", "ADYGBP", "1.00").put("exchange_rate", 2)))
                .contains("exchange_rate");
        ObjectNode precise = receipt("CENTEUR1", "ADYEUR", "1.00").put("exchange_rate", new BigDecimal("1.255"));
        assertThat(refusal("sales_payments", precise)).contains("exchange_rate").contains("2 decimal places");
    }

    @Test
    void a_cheque_in_another_currency_than_the_customers_goes_to_a_bank_of_its_own() {
        ObjectNode euros = receipt("CENTGBP1", "ADYEUR", "115.00").put("cheque_currency_id", currency("EUR"));

        posted("sales_receipts", euros);
        posted("sales_receipts", euros.put("customer_cheque_value", new BigDecimal("101.00")));

        assertThat(amount(row("customers", "reference", "CENTGBP1"), "balance")).isEqualTo("-201.00");
        assertThat(amount(row("banks", "code", "ADYEUR"), "balance")).isEqualTo("230.00");
        assertThat(amount(row("banks", "code", "ADYEUR"), "balance_in_base")).isEqualTo("201.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "customer_id               |              | 'customer_id' is required",
                "bank_id                   |              | 'bank_id' is required",
                "cheque_value              |              | 'cheque_value' is required",
                "customer_id               | 1            | 'customer_id': no record",
                "bank_id                   | 1            | 'bank_id': no record",
                "cheque_value              | 0            | 'cheque_value' must be above 0",
                "cheque_value              | -5           | 'cheque_value' must be above 0",
                "cheque_value              | 1.234        | decimal places",
                "cheque_currency_id        | 1            | 'cheque_currency_id': no record",
                "customer_cheque_value     | 9            | 'customer_cheque_value'",
                "settlement_discount_value | 1            | settlement discounts",
                "reference                 | \"123456789012345678901\" | longer than 20",
                "transaction_date          | \"2026-11-23\" | date with a time",
                "transaction_date          | \"2019-01-05T00:00:00\" | not within any financial year",
                "urn                       | 7            | not a field",
                "reference                 | null         | must not be null",
                "nominal_analysis_items    | [{\"code\": \"7777\", \"value\": 10}] | no nominal account 7777",
                "nominal_analysis_items    | [{\"code\": \"7901\", \"value\": 9}]  | must add up to 10.00",
                "nominal_analysis_items    | [{\"value\": 10}] | 'nominal_analysis_items[0].code' is required",
            })
    void a_wrong_receipt_is_refused_and_leaves_nothing(String field, String value, String message) {
        ObjectNode sent = receipt("CENTGBP1", "ADYGBP", "10.00");
        if (value == null) {
            sent.remove(field);
        } else {
            sent.set(field, Json.parse(value));
        }

        assertThat(refusal("sales_receipts", sent)).contains(message);
        assertThat(refusal("sales_payments", sent)).contains(message);
        assertThat(sage.get("/sales_posted_transactions").json()).isEmpty();
        assertThat(sage.get("/bank_posted_transactions").json()).isEmpty();
    }

    @Test
    void a_bank_of_another_currency_and_a_hidden_one_are_refused() {
        assertThat(refusal("sales_receipts", receipt("CENTEUR1", "ADYGBP", "10.00")))
                .contains("'bank_id': the currency of the bank account ADYGBP");
        sage.put(
                "/control/tables/banks",
                SageCaller.json(
                        "{'where': {'code': 'ADYEUR'}, 'set': {'account_status_type': 'AccountStatusHidden'}}"));
        assertThat(refusal("sales_receipts", receipt("CENTEUR1", "ADYEUR", "10.00")))
                .contains("hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "customer_id            |     | 'customer_id' is required",
                "customer_id            | 1   | 'customer_id': no record",
                "document_goods_value   | -10 | 'document_goods_value' must not be negative",
                "document_tax_value     | -2  | 'document_tax_value' must not be negative",
                "document_goods_value   | 11  | 'tax_analysis_items' goods must add up to 11.00",
                "document_tax_value     | 3   | 'tax_analysis_items' tax must add up to 3.00",
                "is_eu_trader           | true | read-only",
                "tax_analysis_items     | [{\"id\": 1}] | 'tax_analysis_items[0].id': no record",
                "tax_analysis_items     | [{\"goods_amount\": 10}] | SageNullFieldException",
                "nominal_analysis_items | [{\"code\": \"4000\", \"value\": 9.99}] | 'nominal_analysis_items' must add up to 10.00",
                "nominal_analysis_items | [{\"code\": \"4000\", \"value\": 11}, {\"code\": \"4900\", \"value\": -1}] | must not be negative",
                "nominal_analysis_items | [{\"code\": \"4000\", \"department\": \"ROW\", \"value\": 10}] | no nominal account 4000//ROW",
            })
    void a_wrong_invoice_or_credit_note_is_refused(String field, String value, String message) {
        ObjectNode sent = document("10.00", "2.00");
        if (value == null) {
            sent.remove(field);
        } else {
            sent.set(field, Json.parse(value));
        }

        assertThat(refusal("sales_invoices", sent)).contains(message);
        assertThat(refusal("sales_credit_notes", sent)).contains(message);
        assertThat(sage.get("/sales_posted_transactions").json()).isEmpty();
    }

    @Test
    void a_document_of_nothing_is_refused_and_a_negative_share_taken_where_the_site_does() {
        assertThat(refusal("sales_invoices", document("0.00", "0.00"))).contains("must be above 0");
        ObjectNode rounded = document("10.00", "2.00");
        rounded.set(
                "nominal_analysis_items",
                Json.parse("[{\"code\": \"4000\", \"value\": 10.01}, {\"code\": \"4900\", \"value\": -0.01}]"));
        assertThat(refusal("sales_invoices", rounded)).contains("must not be negative");
        site("{'negativeAnalysis': true}");
        posted("sales_invoices", rounded);
    }

    @Test
    void a_closed_period_of_the_sales_ledger_refuses_every_document() {
        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'ledgers': ['LedgerSales']}"));

        for (String path : new String[] {"sales_receipts", "sales_payments"}) {
            assertThat(refusal(path, receipt("CENTGBP1", "ADYGBP", "10.00")))
                    .contains("'transaction_date': the accounting period of 2026-11-23 is closed");
        }
        for (String path : new String[] {"sales_invoices", "sales_credit_notes"}) {
            assertThat(refusal(path, document("10.00", "2.00"))).contains("closed");
        }
        posted("sales_receipts", receipt("CENTGBP1", "ADYGBP", "10.00").put("transaction_date", "2026-10-23T00:00:00"));
    }

    @Test
    void a_posted_row_can_be_queried_and_nothing_else_of_it_changed() {
        posted("sales_invoices", document("10.00", "2.00"));
        String path = "/sales_posted_transactions/" + only("urn eq 1001", "").path("id");

        assertThat(sage.put(path, SageCaller.json("{'queried': 'Q'}"))
                        .json()
                        .path("queried")
                        .asText())
                .isEqualTo("Q");
        assertThat(sage.put(path, SageCaller.json("{'reference': 'X'}")).message())
                .contains("read-only");
        assertThat(sage.delete(path).status()).isEqualTo(404);
        assertThat(sage.get("/sales_posted_transactions/1").status()).isEqualTo(404);
        assertThat(sage.get("/sales_receipts").status()).isEqualTo(404);
    }

    @Test
    void the_flat_view_finds_a_document_by_customer_and_both_references() {
        posted("sales_receipts", receipt("CENTEUR1", "ADYEUR", "118.80"));
        String filter = "customer_id eq " + sage.customer("CENTEUR1")
                + " and reference eq 'C1001' and second_reference eq 'psp-1001'";

        JsonNode rows = sage.list("sales_transaction_views", "$filter", filter, "$top", "2")
                .json();

        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/transaction_type").asText()).contains("SalesReceipt");
        assertThat(amount(rows.path(0), "base_outstanding_value")).isEqualTo("-103.30");
        assertThat(rows.at("/0/currency_symbol").asText()).isEqualTo("EUR");
        assertThat(sage.list("sales_transaction_views", "$filter", filter.replace("psp-1001", "psp-1"))
                        .json())
                .isEmpty();
    }

    @Test
    void a_locked_customer_keeps_the_ledger_waiting_where_the_site_does_so() {
        sage.post("/control/locks", SageCaller.json("{'customer': 'CENTGBP1', 'user': 'A. Jones'}"));
        posted("sales_receipts", receipt("CENTGBP1", "ADYGBP", "10.00"));

        site("{'lockBlocksLedger': true}");

        assertThat(refusal("sales_receipts", receipt("CENTGBP1", "ADYGBP", "10.00")))
                .contains("locked by A. Jones");
        assertThat(refusal("sales_invoices", document("10.00", "2.00"))).contains("locked");
        posted("sales_receipts", receipt("CENTEUR1", "ADYEUR", "10.00"));
        sage.delete("/control/locks");
        posted("sales_receipts", receipt("CENTGBP1", "ADYGBP", "10.00"));
    }

    @Test
    void a_payment_with_order_is_a_receipt_in_the_ledgers() {
        ObjectNode order = sage.order("CENTGBP1", "C1", sage.standard("TEE-M", "1", "10.00", 1))
                .put("payment_with_order", true)
                .put("payment_method_id", sage.id("sop_payment_methods", "name", "ADYEN"));

        taken(order);

        JsonNode book = ledger();
        assertThat(book.at("/transactions/0/document_gross_value").decimalValue())
                .isEqualTo("-12.00");
        assertThat(book.at("/bank/0/bank_code").asText()).isEqualTo("ADYGBP");
    }

    @Test
    void restoring_yesterdays_database_takes_postings_and_balances_back() {
        posted("sales_receipts", receipt("CENTGBP1", "ADYGBP", "10.00"));
        sage.post("/control/snapshot", Json.object());
        posted("sales_receipts", receipt("CENTGBP1", "ADYGBP", "7.00"));

        sage.post("/control/restore", Json.object());

        assertThat(sage.get("/sales_posted_transactions").json()).hasSize(1);
        assertThat(amount(row("banks", "code", "ADYGBP"), "balance")).isEqualTo("10.00");
        assertThat(posted("sales_receipts", receipt("CENTGBP1", "ADYGBP", "7.00"))
                        .path("urn")
                        .asText())
                .isEqualTo("1002");
    }

    private ObjectNode receipt(String customer, String bank, String value) {
        return LedgerBodies.receipt(sage, customer, bank, value);
    }

    private ObjectNode document(String goods, String tax) {
        return LedgerBodies.document(sage, goods, tax);
    }

    private JsonNode posted(String path, JsonNode body) {
        return LedgerBodies.posted(sage, path, body);
    }

    private String refusal(String path, JsonNode body) {
        SageCaller.Answer answer = sage.post("/" + path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.message();
    }

    private JsonNode only(String filter, String expand) {
        JsonNode rows = sage.list("sales_posted_transactions", "$filter", filter, "$expand", expand)
                .json();
        assertThat(rows).hasSize(1);
        return rows.path(0);
    }

    private JsonNode inBank(String code) {
        return sage.list(
                        "banks/" + sage.id("banks", "code", code) + "/bank_posted_transactions",
                        "$expand",
                        "trade_items")
                .json();
    }

    private JsonNode row(String table, String column, String code) {
        return sage.list(table, "$filter", column + " eq '" + code + "'").json().path(0);
    }

    private long currency(String symbol) {
        return sage.id("currencies", "symbol", symbol);
    }

    private JsonNode ledger() {
        return sage.get("/control/ledger?company=33").json().path(0);
    }
}
