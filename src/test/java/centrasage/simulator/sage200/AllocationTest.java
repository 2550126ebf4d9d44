package centrasage.simulator.sage200;

import static centrasage.simulator.sage200.SageCaller.amount;
import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Debits of a customer set off against his credits. */
final class AllocationTest extends SageTest {
    private long invoice;
    private long receipt;

    @BeforeEach
    void an_invoice_and_a_larger_receipt() {
        invoice = post("sales_invoices", LedgerBodies.document(sage, "100.00", "20.00"));
        receipt = post("sales_receipts", LedgerBodies.receipt(sage, "CENTGBP1", "ADYGBP", "150.00"));
    }

    @AfterEach
    void balances_are_the_sums_of_rows() {
        LedgerBalances.check(sage);
    }

    @Test
    void both_sides_show_what_was_allocated_and_the_settled_one_when() {
        ObjectNode sent = allocation("120.00", "120.00");

        JsonNode answer = LedgerBodies.posted(sage, "sales_allocations", sent);

        assertThat(answer).hasToString(sent.toString());
        JsonNode settled = row(invoice);
        assertThat(amount(settled, "document_outstanding_value")).isEqualTo("0.00");
        assertThat(amount(settled, "base_allocated_value")).isEqualTo("120.00");
        assertThat(settled.path("full_settlement_date").asText()).isEqualTo("2026-11-25T00:00:00");
        assertThat(settled.at("/allocation_history_items/0/allocation_value").decimalValue())
                .isEqualTo("120.00");
        assertThat(settled.at("/allocation_session_items/0/trader_transaction_type")
                        .asText())
                .isEqualTo("TradingAccountEntryTypePurchasePaymentSalesReceipt");
        JsonNode open = row(receipt);
        assertThat(amount(open, "document_allocated_value")).isEqualTo("-120.00");
        assertThat(amount(open, "document_outstanding_value")).isEqualTo("-30.00");
        assertThat(open.path("full_settlement_date").isNull()).isTrue();
        assertThat(open.at("/allocation_history_items/0/allocation_value").decimalValue())
                .isEqualTo("-120.00");
    }

    @Test
    void never_more_than_is_outstanding_is_allocated() {
        assertThat(refusal(allocation("120.01", "120.01"))).contains("more than what is outstanding");
        LedgerBodies.posted(sage, "sales_allocations", allocation("100.00", "100.00"));
        assertThat(refusal(allocation("20.01", "20.01"))).contains("20.00");
        ObjectNode twice = allocation("20.00", "40.00");
        twice.withArray("/allocation_lines").add(line(invoice, "20.00"));
        assertThat(refusal(twice)).contains("40.00 is more than what is outstanding of C1001: 20.00");
        assertThat(amount(row(invoice), "document_outstanding_value")).isEqualTo("20.00");
    }

    @Test
    void debits_and_credits_must_be_equal_and_every_line_must_be_the_customers() {
        assertThat(refusal(allocation("100.00", "99.99"))).contains("differ by 0.01");
        assertThat(refusal(allocation("0.00", "0.00"))).contains("must be above 0");
        assertThat(refusal(allocation("10.00", "10.00").put("customer_id", sage.customer("HARBOUR1"))))
                .contains("not the customer's");
        assertThat(refusal(allocation("10.00", "10.00").put("customer_id", 1))).contains("'customer_id'");
        ObjectNode unknown = allocation("10.00", "10.00");
        ((ObjectNode) unknown.at("/allocation_lines/1")).put("posted_tran_id", 1);
        assertThat(refusal(unknown)).contains("'allocation_lines[1].posted_tran_id': no record");
        ((ObjectNode) unknown.at("/allocation_lines/1")).remove("posted_tran_id");
        assertThat(refusal(unknown)).contains("'allocation_lines[1].posted_tran_id' is required");
        unknown.putArray("allocation_lines");
        assertThat(refusal(unknown)).contains("'allocation_lines' is required");
        assertThat(row(invoice).path("allocation_history_items")).isEmpty();
    }

    @Test
    void the_sign_of_a_credits_line_is_the_sites() {
        assertThat(refusal(allocation("120.00", "-120.00"))).contains("must be above 0");

        site("{'allocationSigns': 'signed'}");

        assertThat(refusal(allocation("120.00", "120.00"))).contains("must be below 0");
        LedgerBodies.posted(sage, "sales_allocations", allocation("120.00", "-120.00"));
        assertThat(amount(row(receipt), "document_outstanding_value")).isEqualTo("-30.00");
    }

    @Test
    void a_closed_period_and_a_locked_customer_refuse_an_allocation() {
        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'ledgers': ['LedgerSales']}"));
        assertThat(refusal(allocation("10.00", "10.00")))
                .contains("'allocation_date'")
                .contains("closed");
        sage.put("/control/periods", SageCaller.json("{'date': '2026-11-23', 'open': true}"));
        site("{'lockBlocksLedger': true}");
        sage.post("/control/locks", SageCaller.json("{'customer': 'CENTGBP1', 'user': 'A. Jones'}"));
        assertThat(refusal(allocation("10.00", "10.00"))).contains("A. Jones");
    }

    @Test
    void what_is_settled_can_be_cleared_to_history_and_is_found_there() {
        LedgerBodies.posted(sage, "sales_allocations", allocation("120.00", "120.00"));
        assertThat(sage.get("/sales_historical_transactions").json()).isEmpty();

        JsonNode cleared = sage.post("/control/ledger/archive", SageCaller.json("{'before': '2026-12-01'}"))
                .json();

        assertThat(cleared.path("archived").asInt()).isEqualTo(1);
        assertThat(sage.list("sales_historical_transactions", "$filter", "reference eq 'C1001'")
                        .json())
                .hasSize(1);
        assertThat(sage.get("/sales_transaction_views").json()).hasSize(1);
        assertThat(refusal(allocation("10.00", "10.00"))).contains("no record");
    }

    @Test
    void whatever_is_tried_no_document_is_allocated_beyond_its_value() {
        long credit = post("sales_credit_notes", LedgerBodies.document(sage, "30.00", "6.00"));
        long payment = post("sales_payments", LedgerBodies.receipt(sage, "CENTGBP1", "ADYGBP", "40.00"));
        long[] debits = {invoice, payment};
        long[] credits = {receipt, credit};
        Random random = new Random(7);
        int taken = 0;
        for (int i = 0; i < 60; i++) {
            String value = BigDecimal.valueOf(random.nextInt(6000), 2).toPlainString();
            ObjectNode sent = allocation("0.00", "0.00");
            ArrayNode lines = sent.putArray("allocation_lines");
            lines.add(line(debits[random.nextInt(2)], value)).add(line(credits[random.nextInt(2)], value));
            taken += sage.post("/sales_allocations", sent).status() == 200 ? 1 : 0;
            LedgerBalances.check(sage);
        }
        assertThat(taken).isBetween(1, 59);
    }

    private ObjectNode allocation(String debit, String credit) {
        ObjectNode allocation = Json.object()
                .put("customer_id", sage.customer("CENTGBP1"))
                .put("allocation_date", "2026-11-25T00:00:00");
        allocation.putArray("allocation_lines").add(line(invoice, debit)).add(line(receipt, credit));
        return allocation;
    }

    private static ObjectNode line(long transaction, String value) {
        return Json.object().put("posted_tran_id", transaction).put("value_to_allocate", new BigDecimal(value));
    }

    private long post(String path, JsonNode body) {
        String urn = LedgerBodies.posted(sage, path, body).path("urn").asText();
        return sage.list("sales_posted_transactions", "$filter", "urn eq " + urn)
                .json()
                .at("/0/id")
                .asLong();
    }

    private JsonNode row(long id) {
        return sage.get("/sales_posted_transactions/" + id
                        + "?$expand=allocation_history_items,allocation_session_items")
                .json();
    }

    private String refusal(JsonNode body) {
        SageCaller.Answer answer = sage.post("/sales_allocations", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.message();
    }
}
