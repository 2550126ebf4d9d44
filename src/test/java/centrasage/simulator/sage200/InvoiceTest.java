package centrasage.simulator.sage200;

import static centrasage.simulator.sage200.SageCaller.amount;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices of orders, which Sage's users print and post. */
final class InvoiceTest extends SageTest {
    private JsonNode order;

    @BeforeEach
    void an_order_of_three_tees_and_carriage() {
        order = taken(sage.order(
                "CENTGBP1",
                "C1001",
                sage.standard("TEE-M", "3", "9.99", 1).put("to_allocate_quantity", 3),
                sage.charge("CARRIAGE", "4.95", 1)));
    }

    @AfterEach
    void balances_are_the_sums_of_rows() {
        LedgerBalances.check(sage);
    }

    @Test
    void only_what_was_despatched_is_invoiced_and_charges_go_with_the_first_goods() {
        assertThat(refusal("{}")).contains("nothing to invoice");
        despatch(1);

        JsonNode invoice = invoice("{'date': '2026-11-25T00:00:00'}");

        assertThat(invoice.path("lines")).hasSize(2);
        assertThat(amount(invoice, "total_net_value")).isEqualTo("14.94");
        assertThat(refusal("{}")).contains("nothing to invoice");
        JsonNode now = order();
        assertThat(now.path("invoice_credit_status").asText()).isEqualTo("EnumLineStatusPart");
        assertThat(now.at("/lines/0/invoice_credit_status").asText()).isEqualTo("EnumLineStatusPart");
        assertThat(now.at("/lines/1/invoice_credit_status").asText()).isEqualTo("EnumLineStatusFull");
        assertThat(now.at("/lines/0/posted_invoice_credit_quantity").decimalValue())
                .isEqualByComparingTo("1");
        assertThat(now.path("document_status").asText()).isEqualTo("EnumDocumentStatusLive");
    }

    @Test
    void a_posted_invoice_is_in_the_ledger_under_its_own_number_and_the_shops() {
        despatch(3);
        JsonNode invoice = invoice("{'date': '2026-11-25T00:00:00'}");

        JsonNode row = posted();
        assertThat(row.path("reference").asText())
                .isEqualTo(invoice.path("document_no").asText())
                .hasSize(10);
        assertThat(row.path("second_reference").asText()).isEqualTo("C1001");
        assertThat(row.path("trader_transaction_type").asText()).isEqualTo("TradingAccountEntryTypeInvoice");
        assertThat(row.path("transaction_date").asText()).isEqualTo("2026-11-25T00:00:00");
        assertThat(amount(row, "document_goods_value")).isEqualByComparingTo(amount(order, "total_net_value"));
        assertThat(amount(row, "document_tax_value")).isEqualByComparingTo(amount(order, "total_tax_value"));
        assertThat(row.at("/tax_analysis_items/0/tax_amount").decimalValue())
                .isEqualByComparingTo(amount(order, "total_tax_value"));
        assertThat(row.path("nominal_analysis_items").findValuesAsText("code")).containsExactly("4000", "4905");
        assertThat(order().path("document_status").asText()).isEqualTo("EnumDocumentStatusComplete");
        assertThat(sage.put("/sop_orders/" + id(), Json.object()).message()).contains("complete");
    }

    @Test
    void the_second_reference_is_the_sites() {
        sage.post(
                "/control/orders/" + id() + "/edit",
                SageCaller.json("{'set': {'customer_document_no': '" + "C123456789012345678901234" + "'}}"));
        despatch(3);
        invoice("{'lines': [{'line': 1, 'quantity': 1}]}");
        assertThat(posted().path("second_reference").asText()).isEqualTo("C1234567890123456789");
        site("{'invoiceSecondReference': 'order-no'}");
        invoice("{'lines': [{'line': 1, 'quantity': 1}]}");
        site("{'invoiceSecondReference': 'none'}");
        invoice("{}");
        assertThat(sage.get("/sales_posted_transactions").json().findValuesAsText("second_reference"))
                .containsExactly(
                        "C1234567890123456789", order.path("document_no").asText(), "");
    }

    @Test
    void a_printed_invoice_is_pending_until_it_is_posted() {
        despatch(3);
        JsonNode invoice = invoice("{'post': false}");

        assertThat(sage.get("/sales_posted_transactions").json()).isEmpty();
        JsonNode pending = order();
        assertThat(pending.path("invoice_credit_status").asText()).isEqualTo("EnumLineStatusFull");
        assertThat(pending.path("document_status").asText()).isEqualTo("EnumDocumentStatusLive");
        assertThat(pending.at("/lines/0/invoice_credit_quantity").decimalValue())
                .isEqualByComparingTo("3");
        assertThat(pending.at("/lines/0/posted_invoice_credit_quantity").decimalValue())
                .isZero();
        assertThat(view().path("sop_invoice_credit_document_status_id").asText())
                .isEqualTo("0");
        assertThat(control("/control/invoices/post", "{'number': '7'}").message())
                .contains("no invoice 7");

        ObjectNode number = Json.object();
        number.set("number", invoice.path("document_no"));
        assertThat(sage.post("/control/invoices/post", number)
                        .json()
                        .path("posted")
                        .asInt())
                .isEqualTo(1);

        assertThat(sage.post("/control/invoices/post", Json.object())
                        .json()
                        .path("posted")
                        .asInt())
                .isZero();
        assertThat(order().path("document_status").asText()).isEqualTo("EnumDocumentStatusComplete");
        assertThat(view().path("sop_invoice_credit_document_status_id").asText())
                .isEqualTo("2");
    }

    @Test
    void the_views_link_orders_and_lines_with_invoices() {
        despatch(2);
        JsonNode invoice = invoice("{}");

        JsonNode header = sage.list(
                        "sop_order_return_invoice_credit_views",
                        "$filter",
                        "sop_order_return_customer_document_no eq 'C1001'")
                .json();
        assertThat(header).hasSize(1);
        assertThat(header.at("/0/sop_invoice_credit_document_no")).isEqualTo(invoice.path("document_no"));
        assertThat(amount(header.path(0), "sop_invoice_credit_total_gross_value"))
                .isEqualByComparingTo(amount(invoice, "total_gross_value"));
        assertThat(header.at("/0/customer_reference").asText()).isEqualTo("CENTGBP1");
        JsonNode lines = sage.list(
                        "sop_order_return_line_invoice_credit_views",
                        "$filter",
                        "sop_order_return_line_id eq " + order.at("/lines/0/id"))
                .json();
        assertThat(lines).hasSize(1);
        assertThat(amount(lines.path(0), "sop_invoice_credit_line_invoice_credit_quantity"))
                .isEqualByComparingTo("2");
        assertThat(sage.get("/sop_order_despatch_line_views")
                        .json()
                        .at("/0/sop_despatch_line_is_invoiced")
                        .asBoolean())
                .isTrue();
        sage.post("/control/orders/" + id() + "/archive", Json.object());
        assertThat(sage.get("/sop_order_return_invoice_credit_views").json()).isEmpty();
        assertThat(sage.get("/control/invoices")
                        .json()
                        .at("/0/customer_document_no")
                        .asText())
                .isEqualTo("C1001");
    }

    @ParameterizedTest
    @CsvSource({
        "per-line, HALF_UP, false",
        "per-line, HALF_EVEN, true",
        "per-tax-code, HALF_UP, false",
        "per-tax-code, HALF_EVEN, true",
    })
    void part_invoices_add_up_to_the_order_to_the_penny(String rounding, String mode, boolean inclusive) {
        sage.put(
                "/control/site",
                Json.object()
                        .put("rounding", rounding)
                        .put("roundingMode", mode)
                        .put("pricesTaxInclusive", inclusive));
        ObjectNode sent = sage.order(
                "CENTEUR1",
                "C2",
                sage.standard("TEE-M", "3", "9.93", 111).put("to_allocate_quantity", 3),
                sage.standard("COAT-L", "2", "33.37", 111).put("to_allocate_quantity", 2),
                sage.standard("TEE-M", "3", "1.11", 1).put("to_allocate_quantity", 3),
                sage.charge("CARRIAGE", "4.93", 111),
                sage.charge("ROUNDING", "-0.01", 91));
        order = taken(sent.put("document_discount_percent", new BigDecimal("7.5")));
        for (int i = 0; i < 3; i++) {
            despatchLines("[{'line': 1, 'quantity': 1}, {'line': 3, 'quantity': 1}]");
            invoice("{}");
        }
        despatchLines("[{'line': 2, 'quantity': 2}]");
        invoice("{'lines': [{'line': 2, 'quantity': 1}]}");
        invoice("{}");

        JsonNode rows = sage.list("sales_posted_transactions", "$expand", "tax_analysis_items,nominal_analysis_items")
                .json();
        assertThat(rows).hasSize(5);
        for (String[] pair : new String[][] {
            {"document_goods_value", "total_net_value"},
            {"document_tax_value", "total_tax_value"},
            {"document_gross_value", "total_gross_value"}
        }) {
            assertThat(sum(rows, pair[0])).as(pair[0]).isEqualByComparingTo(amount(order, pair[1]));
        }
        for (JsonNode row : rows) {
            assertThat(sum(row.path("nominal_analysis_items"), "value"))
                    .isEqualByComparingTo(amount(row, "document_goods_value"));
            assertThat(sum(row.path("tax_analysis_items"), "tax_amount"))
                    .isEqualByComparingTo(amount(row, "document_tax_value"));
        }
        assertThat(order().path("document_status").asText()).isEqualTo("EnumDocumentStatusComplete");
    }

    @Test
    void more_than_was_despatched_is_refused_and_so_are_orders_that_are_not_live() {
        despatch(2);

        assertThat(refusal("{'lines': [{'line': 1, 'quantity': 3}]}")).contains("line 1: 3 cannot be invoiced");
        assertThat(refusal("{'lines': [{'line': 9}]}")).contains("no line 9");
        sage.post("/control/orders/" + id() + "/hold", Json.object());
        assertThat(refusal("{}")).contains("EnumDocumentStatusOnHold");
        assertThat(sage.post("/control/invoices/all", Json.object())
                        .json()
                        .path("invoiced")
                        .asInt())
                .isZero();
    }

    @Test
    void a_closed_sales_ledger_takes_no_invoice_and_a_pending_one_waits() {
        despatch(3);
        invoice("{'post': false, 'date': '2026-11-25'}");
        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'ledgers': ['LedgerSales']}"));

        assertThat(control("/control/invoices/post", "{}").message()).contains("closed");
        assertThat(sage.get("/sales_posted_transactions").json()).isEmpty();
    }

    @Test
    void all_orders_or_a_share_of_them_are_invoiced_at_once() {
        despatch(3);
        for (int i = 0; i < 9; i++) {
            taken(sage.order("CENTGBP1", "D" + i, sage.charge("CARRIAGE", "4.95", 1)));
        }

        int some = invoiced("{'share': 50, 'post': false}");
        assertThat(invoiced("{'share': 50}")).isZero();
        int rest = invoiced("{}");

        assertThat(some + rest).isEqualTo(10);
        assertThat(sage.get("/sales_posted_transactions").json()).hasSize(rest);
        assertThat(sage.post("/control/invoices/post", Json.object())
                        .json()
                        .path("posted")
                        .asInt())
                .isEqualTo(some);
    }

    @Test
    void stock_that_waits_for_the_invoice_leaves_when_it_is_posted() {
        set("sop_settings", "{'update_stock_on_despatch': false}");
        despatch(3);
        invoice("{'post': false}");
        assertThat(inStock()).isEqualByComparingTo("10");

        sage.post("/control/invoices/post", Json.object());

        assertThat(inStock()).isEqualByComparingTo("7");
        assertThat(sage.get("/warehouse_holdings")
                        .json()
                        .findValue("quantity_allocated")
                        .decimalValue())
                .isZero();
    }

    @Test
    void a_tax_code_changed_between_two_invoices_is_made_up_for_by_the_second() {
        despatch(3);
        invoice("{'lines': [{'line': 1, 'quantity': 1}]}");
        sage.post(
                "/control/orders/" + id() + "/edit",
                Json.object().set("setLine", Json.object().put("tax_code_id", sage.taxCode(2))));

        invoice("{}");

        JsonNode now = order();
        JsonNode rows = sage.get("/sales_posted_transactions").json();
        assertThat(sum(rows, "document_tax_value")).isEqualByComparingTo(amount(now, "total_tax_value"));
        assertThat(sum(rows, "document_goods_value")).isEqualByComparingTo(amount(now, "total_net_value"));
    }

    @Test
    void the_earliest_despatches_count_as_invoiced_first() {
        despatch(1);
        despatch(2);

        invoice("{'lines': [{'line': 1, 'quantity': 2}]}");

        assertThat(areInvoiced()).containsExactly("true", "false");
        invoice("{}");
        assertThat(areInvoiced()).containsExactly("true", "true");
    }

    private List<String> areInvoiced() {
        return sage.list("sop_order_despatch_line_views", "$orderby", "sop_despatch_line_id asc")
                .json()
                .findValuesAsText("sop_despatch_line_is_invoiced");
    }

    @Test
    void what_is_invoiced_is_owed_and_no_longer_on_order() {
        sage.put(
                "/control/tables/customers",
                SageCaller.json("{'where': {'reference': 'CENTGBP1'}, 'set': {'credit_limit': 100.00}}"));
        despatch(1);

        JsonNode invoice = invoice("{}");

        JsonNode customer = sage.get("/customers/" + sage.customer("CENTGBP1")).json();
        BigDecimal owed = amount(invoice, "total_gross_value");
        assertThat(amount(customer, "balance")).isEqualByComparingTo(owed);
        assertThat(amount(customer, "value_of_current_orders_in_sop"))
                .isEqualByComparingTo(amount(order, "total_gross_value").subtract(owed));
    }

    @Test
    void giving_up_the_rest_completes_an_order_that_is_invoiced_as_far_as_it_went() {
        site("{'amendDespatched': true}");
        despatch(1);
        invoice("{}");

        ObjectNode amended = Json.object();
        amended.putArray("lines")
                .addObject()
                .put("id", order.at("/lines/0/id").asLong())
                .put("line_quantity", 1);
        assertThat(sage.put("/sop_orders/" + id(), amended).status()).isEqualTo(200);

        assertThat(order().path("document_status").asText()).isEqualTo("EnumDocumentStatusComplete");
    }

    @Test
    void the_copy_of_an_invoiced_order_has_no_invoice() {
        despatch(3);
        invoice("{}");

        JsonNode copy =
                sage.post("/control/orders/" + id() + "/copy", Json.object()).json();

        assertThat(copy.path("document_status").asText()).isEqualTo("EnumDocumentStatusLive");
        assertThat(copy.path("invoice_credit_status").asText()).isEqualTo("EnumLineStatusNone");
        assertThat(copy.at("/lines/0/invoice_credit_quantity").decimalValue()).isZero();
    }

    private BigDecimal inStock() {
        return sage.list(
                        "warehouse_holdings",
                        "$filter",
                        "product_id eq " + sage.id("products", "code", "TEE-M") + " and warehouse_name eq 'WEB'")
                .json()
                .at("/0/quantity_in_stock")
                .decimalValue();
    }

    private int invoiced(String body) {
        return control("/control/invoices/all", body).json().path("invoiced").asInt();
    }

    private void despatch(int tees) {
        despatchLines("[{'line': 1, 'quantity': " + tees + "}]");
    }

    private void despatchLines(String lines) {
        SageCaller.Answer answer = control("/control/despatches", "{'order': " + id() + ", 'lines': " + lines + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode invoice(String body) {
        SageCaller.Answer answer = control("/control/orders/" + id() + "/invoice", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String refusal(String body) {
        SageCaller.Answer answer = control("/control/orders/" + id() + "/invoice", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.message();
    }

    private SageCaller.Answer control(String path, String body) {
        return sage.post(path, SageCaller.json(body));
    }

    private JsonNode posted() {
        return sage.list("sales_posted_transactions", "$expand", "tax_analysis_items,nominal_analysis_items")
                .json()
                .path(0);
    }

    private JsonNode view() {
        return sage.get("/sop_order_return_invoice_credit_views").json().path(0);
    }

    private JsonNode order() {
        return sage.get("/sop_orders/" + id() + "?$expand=lines").json();
    }

    private long id() {
        return order.path("id").asLong();
    }

    private static BigDecimal sum(JsonNode rows, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            sum = sum.add(amount(row, field));
        }
        return sum;
    }
}
