package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.LedgerInvoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What sites may do otherwise than the simulator when they are asked for invoices. */
class SageInvoicesTest {
    private static final Instant FROM = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ROW = """
            {"posted_customer_transaction_id": %d, "urn": %d, "customer_id": 9, "reference": "%s", "second_reference": "%s",
             "transaction_date": "2026-11-23T00:00:00", "document_gross_value": 59.9, "transaction_type": "%s"}
            """;
    private static final String INVOICE = "TradingAccountEntryTypeInvoice";

    private final List<String> asked = new ArrayList<>();
    private String ledger = "[]";
    private String beside = "[]";

    private static String row(int id, String reference, String second, String type) {
        return ROW.formatted(id, 1000 + id, reference, second, type);
    }

    private static String order(String number, String order, int type) {
        return """
                {"sop_invoice_credit_id": 1, "sop_invoice_credit_document_no": "%s",
                 "sop_order_return_customer_document_no": "%s", "sop_order_return_document_type_id": %d}
                """.formatted(number, order, type);
    }

    private RawServer.Reply answer(RawServer.Request request) {
        asked.add(request.query());
        if (request.path().contains("invoice_credit_views")) {
            return RawServer.json(200, beside);
        }
        return request.query().contains("transaction_date_time_updated ge") && ledger.isEmpty()
                ? RawServer.json(400, "{\"Message\": \"not filterable\"}")
                : RawServer.json(200, ledger.isEmpty() ? "[" + row(1, "C1", "", INVOICE) + "]" : ledger);
    }

    private List<LedgerInvoice> read(boolean bySecond) throws Exception {
        try (RawServer sage = new RawServer(this::answer)) {
            SageClients clients = new SageClients(sage.url());
            SageInvoices invoices = bySecond ? clients.invoicesBySecondReference() : clients.invoices();
            SageInvoices.Page page = invoices.page("33", FROM, 0);
            assertThat(page.next()).isNull();
            return page.invoices();
        }
    }

    @Test
    void nothing_but_invoices_is_taken() throws Exception {
        ledger = "[" + row(1, "1", "", INVOICE) + "," + row(2, "2", "", "TradingAccountEntryTypeCreditNote") + ","
                + row(3, "3", "", "TradingAccountEntryTypeOpeningBalanceInvoice") + "," + row(4, "4", "", "4") + "]";
        assertThat(read(false)).extracting(LedgerInvoice::number).containsExactly("1", "4");
        assertThat(asked.get(0)).contains("transaction_date_time_updated ge 2026-11-23T10:00:00Z");
    }

    @Test
    void where_the_moment_of_a_change_is_no_filter_the_day_of_posting_is() throws Exception {
        ledger = "";
        assertThat(read(false)).singleElement().satisfies(invoice -> {
            assertThat(invoice.number()).isEqualTo("C1");
            assertThat(invoice.date()).isEqualTo(LocalDate.of(2026, 11, 23));
        });
        assertThat(asked.get(1)).contains("posted_date ge 2026-11-22");
        assertThat(asked).as("what carries its order is looked up nowhere").hasSize(2);
    }

    @Test
    void the_orders_of_an_invoice_are_those_that_sage_shows_beside_it() throws Exception {
        ledger = "[" + row(1, "0000000007", "", INVOICE) + "]";
        beside = "[" + order("0000000007", "C1", 0) + "," + order("0000000007", "C2", 0) + ","
                + order("0000000007", "C3", 1) + "]";
        assertThat(read(false))
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.orders())
                        .as("a credit note of the same number belongs to a return")
                        .containsExactly("C1", "C2"));
    }

    @Test
    void the_number_may_stand_in_the_second_reference() throws Exception {
        ledger = "[" + row(1, "C1", "0000000007", INVOICE) + "]";
        beside = "[" + order("0000000007", "C1", 0) + "]";
        assertThat(read(true)).singleElement().satisfies(invoice -> {
            assertThat(invoice.number()).isEqualTo("0000000007");
            assertThat(invoice.other()).isEqualTo("C1");
            assertThat(invoice.orders()).containsExactly("C1");
        });
    }

    @Test
    void a_row_that_cannot_be_read_fails_the_reading() {
        ledger = "[{\"transaction_type\": \"" + INVOICE + "\", \"reference\": \"7\"}]";
        assertThatThrownBy(() -> read(false))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("posted_cust");
    }
}
