package centrasage.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.Simulators;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mutants: one credit note of two books in agreement is corrupted, and the checker must say so. */
final class CreditAuditTest {
    private static final String CREDITS = "CreditNote";

    private BothSides both;

    @BeforeEach
    void both_books_agree() throws IOException, InterruptedException {
        both = new BothSides(Simulators.start(0, 0, 5, Json.object()));
        both.centra("POST", "/control/trade", "{'date': '2026-11-20', 'orders': 30, 'mix': {'PLAIN': 1}}");
        both.centra("POST", "/control/shipments/all", "{'split': 0, 'part': 0}");
        for (JsonNode order : both.centra("GET", "/control/orders?whole=false", "")) {
            post(
                    "sales_invoices",
                    order.get("number").asText(),
                    order.get("facts").get("currency").asText(),
                    order.get("facts").get("grandTotalMinor").asLong());
        }
        both.centra(
                "POST",
                "/control/returns/all",
                "{'seed': 9, 'share': 50, 'goodwill': 50, 'complete': 100, 'exchange': 0}");
        for (JsonNode made : both.centra("GET", "/control/returns", "")) {
            credit(made, made.get("grandMinor"));
        }
        for (JsonNode entry : withoutReturn()) {
            credit(entry, entry.get("minor"));
        }
        CreditAudit.Result result = audit();
        assertThat(result.violations()).isEmpty();
        assertThat(result.returns()).isGreaterThan(3);
        assertThat(result.withoutReturn()).isGreaterThan(3);
        assertThat(result.credits()).isEqualTo(result.returns() + result.withoutReturn());
    }

    @AfterEach
    void stop() {
        both.close();
    }

    private List<JsonNode> withoutReturn() throws IOException, InterruptedException {
        List<JsonNode> refunds = new ArrayList<>();
        for (JsonNode entry : both.centra("GET", "/control/payments", "")) {
            if (entry.get("type").asText().equals("REFUND")
                    && entry.get("return").isNull()) {
                refunds.add(entry);
            }
        }
        return refunds;
    }

    private void credit(JsonNode of, JsonNode minor) throws IOException, InterruptedException {
        post("sales_credit_notes", of.get("order").asText(), of.get("currency").asText(), Math.abs(minor.asLong()));
    }

    private void post(String path, String order, String currency, long minor) throws IOException, InterruptedException {
        BigDecimal value = BigDecimal.valueOf(minor, 2);
        ObjectNode document = Json.object()
                .put("customer_id", both.id("customers", "reference", "CENT" + currency + "1"))
                .put("document_goods_value", value)
                .put("document_tax_value", 0)
                .put("transaction_date", "2026-11-23T00:00:00")
                .put("reference", "C" + order);
        document.withArray("/tax_analysis_items")
                .addObject()
                .put("id", both.id("tax_codes", "name", "Outside the scope"))
                .put("goods_amount", value)
                .put("tax_amount", 0);
        document.withArray("/nominal_analysis_items")
                .addObject()
                .put("code", "4000")
                .put("cost_centre", "WEB")
                .put("department", "UK")
                .put("value", value);
        both.sage("POST", "/" + path, document.toString());
    }

    private JsonNode first(String kind) throws IOException, InterruptedException {
        for (JsonNode row : both.sage("GET", "/control/ledger", "").get(0).get("transactions")) {
            if (row.get("trader_transaction_type").asText().endsWith(kind)) {
                return row;
            }
        }
        throw new AssertionError("no " + kind);
    }

    /** The credit note of money that was given back without a return, which was posted after all others. */
    private JsonNode last() throws IOException, InterruptedException {
        JsonNode rows = both.sage("GET", "/control/ledger", "").get(0).get("transactions");
        JsonNode last = rows.get(rows.size() - 1);
        assertThat(last.get("trader_transaction_type").asText()).endsWith(CREDITS);
        return last;
    }

    @Test
    void a_credit_that_was_lost_is_found() throws IOException, InterruptedException {
        for (JsonNode lost : List.of(first(CREDITS), last())) {
            both.sage("DELETE", "/control/ledger/" + lost.get("id").asText(), "");
            assertThat(audit().violations())
                    .anyMatch(found -> found.startsWith(lost.get("reference").asText() + " ")
                            && found.endsWith("came back and is not credited, 1 times"));
        }
        assertThat(audit().violations()).hasSize(2);
    }

    @Test
    void a_credit_that_was_doubled_is_found() throws IOException, InterruptedException {
        both.sage("POST", "/control/ledger/" + last().get("id").asText() + "/copy", "{}");
        assertThat(audit().violations())
                .singleElement()
                .asString()
                .endsWith("is credited and did not come back, 1 times");
    }

    @Test
    void another_vat_of_a_return_is_found() throws IOException, InterruptedException {
        JsonNode made = both.centra("GET", "/control/returns", "").get(0);
        String key = "RETURN-" + Long.toString(made.get("id").asLong(), 36).toUpperCase(Locale.ROOT);
        BigDecimal vat = BigDecimal.valueOf(made.get("vatMinor").asLong(), 2).abs();
        long id = first(CREDITS).get("id").asLong();
        change(id, key, vat);
        assertThat(audit().violations()).isEmpty();
        change(id, key, vat.add(new BigDecimal("0.01")));
        assertThat(audit().violations()).singleElement().asString().contains(" has a credit note with VAT of ");
    }

    private void change(long id, String second, BigDecimal vat) throws IOException, InterruptedException {
        both.sage(
                "PUT",
                "/control/ledger/" + id,
                "{'set': {'second_reference': '%s', 'document_tax_value': %s}}".formatted(second, vat.negate()));
    }

    @Test
    void another_amount_is_found() throws IOException, InterruptedException {
        set(last(), new BigDecimal("-0.01"));
        assertThat(audit().violations())
                .hasSize(2)
                .anyMatch(found -> found.endsWith("came back and is not credited, 1 times"))
                .anyMatch(found -> found.endsWith(" 1 is credited and did not come back, 1 times"));
    }

    @Test
    void a_penny_less_is_found_unless_the_invoices_of_the_order_are_credited_whole()
            throws IOException, InterruptedException {
        JsonNode credit = last();
        lessen(credit, 1);
        assertThat(audit().violations()).hasSize(2);
        JsonNode invoice = of(credit, "Invoice");
        set(invoice, credited(credit.get("reference")));
        assertThat(audit().violations()).isEmpty();
        lessen(invoice, 1);
        assertThat(audit().violations())
                .contains(credit.get("reference").asText() + " is credited 1 above its invoices");
    }

    private JsonNode of(JsonNode other, String kind) throws IOException, InterruptedException {
        for (JsonNode row : both.sage("GET", "/control/ledger", "").get(0).get("transactions")) {
            if (row.get("reference").equals(other.get("reference"))
                    && row.get("trader_transaction_type").asText().endsWith(kind)) {
                return row;
            }
        }
        throw new AssertionError("no " + kind + " of " + other);
    }

    private BigDecimal credited(JsonNode reference) throws IOException, InterruptedException {
        BigDecimal credited = BigDecimal.ZERO;
        for (JsonNode row : both.sage("GET", "/control/ledger", "").get(0).get("transactions")) {
            if (row.get("reference").equals(reference)
                    && row.get("trader_transaction_type").asText().endsWith(CREDITS)) {
                credited = credited.add(
                        row.get("document_gross_value").decimalValue().abs());
            }
        }
        return credited;
    }

    private void lessen(JsonNode row, int minor) throws IOException, InterruptedException {
        JsonNode now = of(row, row.get("trader_transaction_type").asText());
        BigDecimal value = now.get("document_gross_value").decimalValue();
        BigDecimal penny = BigDecimal.valueOf(minor, 2);
        set(row, value.signum() < 0 ? value.add(penny) : value.subtract(penny));
    }

    private void set(JsonNode row, BigDecimal value) throws IOException, InterruptedException {
        both.sage(
                "PUT",
                "/control/ledger/" + row.get("id").asText(),
                "{'set': {'document_gross_value': %s}}".formatted(value.toPlainString()));
    }

    @Test
    void money_given_back_that_is_not_credited_is_found() throws IOException, InterruptedException {
        String order = first(CREDITS).get("reference").asText().substring(1);
        both.centra("POST", "/control/orders/" + order + "/refund", "{'minor': 7, 'force': true}");
        assertThat(audit().violations())
                .singleElement()
                .asString()
                .startsWith("C" + order + " ")
                .endsWith(" 7 came back and is not credited, 1 times");
    }

    @Test
    void what_was_never_invoiced_has_no_credit() throws IOException, InterruptedException {
        JsonNode credit = last();
        for (JsonNode row : both.sage("GET", "/control/ledger", "").get(0).get("transactions")) {
            if (row.get("reference").equals(credit.get("reference"))
                    && row.get("trader_transaction_type").asText().endsWith("Invoice")) {
                both.sage("DELETE", "/control/ledger/" + row.get("id").asText(), "");
            }
        }
        assertThat(audit().violations())
                .hasSize(2)
                .allMatch(found -> found.startsWith(credit.get("reference").asText() + " "))
                .anyMatch(found -> found.endsWith("is credited and did not come back, 1 times"))
                .anyMatch(found -> found.endsWith(" above its invoices"));
    }

    private CreditAudit.Result audit() throws IOException, InterruptedException {
        return new CreditAudit(both.centra(), both.sage()).check();
    }
}
