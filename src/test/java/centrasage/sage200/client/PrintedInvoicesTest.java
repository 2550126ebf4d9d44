package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.DespatchedLine;
import centrasage.sage200.PrintedInvoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What sites may do otherwise than the simulator when they are asked what is not invoiced or not posted. */
class PrintedInvoicesTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 9, 1);

    private final List<String> asked = new ArrayList<>();
    private String beside = "";
    private String ledger = "";
    private String despatches = "";
    private String refused = "nothing";

    private static String invoice(String number, String order, int type) {
        return """
                {"sop_invoice_credit_id": 1, "sop_invoice_credit_document_no": "%s", "sop_invoice_credit_total_gross_value": 60,
                 "sop_invoice_credit_document_date": "2026-11-23T00:00:00", "sop_invoice_credit_document_status_id": "0",
                 "sop_order_return_customer_document_no": "%s", "sop_order_return_document_no": "000%s",
                 "sop_order_return_document_type_id": %d}
                """.formatted(number, order, order, type);
    }

    private static String posted(String number, String type) {
        return """
                {"posted_customer_transaction_id": 7, "urn": 7, "customer_id": 1, "reference": "%s", "transaction_type": "%s"}
                """.formatted(number, type);
    }

    private static String line(boolean invoiced) {
        return """
                {"sop_despatch_line_id": 1, "sop_despatch_line_quantity": 2, "sop_despatch_document_no": "0000000009",
                 "sop_order_line_id": 5, "sop_order_customer_document_no": "C1", "sop_despatch_date": "2026-11-23T00:00:00",
                 "sop_despatch_line_is_invoiced": %s}
                """.formatted(invoiced);
    }

    private RawServer.Reply answer(RawServer.Request request) {
        asked.add(request.query());
        if (request.query().contains(refused)) {
            return RawServer.json(400, "{\"Message\": \"not filterable\"}");
        }
        String rows = request.path().contains("invoice_credit_views")
                ? beside
                : request.path().contains("sales_transaction_views") ? ledger : despatches;
        return RawServer.json(200, "[" + rows + "]");
    }

    private List<PrintedInvoice> pending() throws Exception {
        try (RawServer sage = new RawServer(this::answer)) {
            return new SageClients(sage.url()).printed().pending("33", SINCE);
        }
    }

    private List<DespatchedLine> notInvoiced() throws Exception {
        try (RawServer sage = new RawServer(this::answer)) {
            return new SageClients(sage.url()).billing().notInvoiced("33", SINCE);
        }
    }

    @Test
    void the_ledger_has_the_last_word_whatever_the_status_says() throws Exception {
        beside = invoice("1", "C1", 0) + "," + invoice("2", "C2", 0);
        ledger = posted("1", "TradingAccountEntryTypeInvoice") + "," + posted("2", "TradingAccountEntryTypeCreditNote");
        assertThat(pending()).extracting(PrintedInvoice::number).containsExactly("2");
        assertThat(asked.get(0)).contains("status_id ne '2'").contains("date ge 2026-09-01");
    }

    @Test
    void where_the_status_is_no_filter_the_days_are() throws Exception {
        refused = "status_id ne";
        beside = invoice("1", "C1", 0);
        assertThat(pending()).hasSize(1);
        assertThat(asked.get(1)).contains("date ge 2026-09-01").doesNotContain("status_id ne");
    }

    @Test
    void an_invoice_of_several_orders_is_one_and_credit_notes_are_none() throws Exception {
        beside = invoice("1", "C1", 0) + "," + invoice("1", "C2", 0) + "," + invoice("3", "C3", 1);
        assertThat(pending()).singleElement().satisfies(invoice -> {
            assertThat(invoice.orders()).extracting(PrintedInvoice.Order::name).containsExactly("C1", "C2");
            assertThat(invoice.gross()).isEqualByComparingTo("60");
        });
    }

    @Test
    void where_what_is_invoiced_is_no_filter_the_days_are() throws Exception {
        refused = "is_invoiced eq";
        despatches = line(false) + "," + line(true);
        assertThat(notInvoiced())
                .singleElement()
                .satisfies(line -> assertThat(line.order()).isEqualTo("C1"));
        assertThat(asked.get(1)).contains("sop_despatch_date ge 2026-09-01");
    }

    @Test
    void what_cannot_be_read_is_not_taken_for_nothing() {
        despatches = "{\"sop_despatch_line_is_invoiced\": false}";
        assertThatThrownBy(this::notInvoiced).isInstanceOf(TargetUnavailable.class);
        beside = "{\"sop_invoice_credit_document_no\": \"1\"}";
        assertThatThrownBy(this::pending).isInstanceOf(TargetUnavailable.class);
    }
}
