package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.ledger.Kind;
import centrasage.simulator.sage200.ledger.SalesLedger;
import centrasage.simulator.sage200.sop.Orders;
import centrasage.simulator.sage200.sop.ReturnEntry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The credit notes that users post of a company's sales returns, all of a return at once. They are numbered by themselves. */
final class Credits {
    static final String TABLE = "_sop_credits";

    private final Site site;
    private final Company company;

    Credits(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    Stream<ObjectNode> all() {
        return company.table(TABLE).rows();
    }

    /** The returns of which nothing is credited. */
    Stream<ObjectNode> open() {
        return company.table(ReturnEntry.TABLE).rows().filter(Credits::isOpen);
    }

    private static boolean isOpen(ObjectNode made) {
        return made.path("document_status").asText().equals("EnumDocumentStatusLive")
                && !made.path("is_draft").asBoolean();
    }

    /** Prints and posts the credit note of a return. */
    ObjectNode post(ObjectNode made, String date) {
        Refused.unless(
                isOpen(made),
                "The return " + made.path("document_no").asText() + " is not live and cannot be credited.");
        Map<Long, BigDecimal> quantities = quantities(made);
        ObjectNode credit = Json.object()
                .put("document_no", String.format("%010d", all().count() + 1))
                .put("document_date", date)
                .put("order_id", made.path("id").asLong())
                .put("customer_id", made.path("customer_id").asLong());
        new InvoiceWorth(site, company).write(credit, made, quantities, List.of());
        ArrayNode lines = credit.putArray("lines");
        for (JsonNode line : Orders.lines(made)) {
            BigDecimal quantity = quantities.get(line.path("id").asLong());
            if (quantity != null) {
                lines.addObject().put("line_id", line.path("id").asLong()).put("quantity", quantity);
                ((ObjectNode) line)
                        .put("invoice_credit_quantity", quantity)
                        .put("posted_invoice_credit_quantity", quantity);
            }
        }
        Orders.showInvoiced(made);
        company.touch(made);
        ObjectNode customer =
                company.named("customers", made.path("customer_id").asLong(), "customer_id");
        ObjectNode posted = new SalesLedger(company)
                .post(Kind.CREDIT_NOTE, customer, new InvoicePosting(site, company).document(credit, made));
        credit.put("posted", true);
        credit.set("posted_tran_id", posted.path("id"));
        credit.set("urn", posted.path("urn"));
        return company.insert(TABLE, credit);
    }

    private static Map<Long, BigDecimal> quantities(ObjectNode made) {
        Map<Long, BigDecimal> quantities = new TreeMap<>();
        for (JsonNode line : Orders.lines(made)) {
            BigDecimal quantity = Orders.invoiceable((ObjectNode) line);
            if (quantity.signum() > 0) {
                quantities.put(line.path("id").asLong(), quantity);
            }
        }
        return quantities;
    }
}
