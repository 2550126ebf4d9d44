package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.despatch.InvoicedDespatches;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

/** The invoices of a company's orders, printed or posted. Their parts add up to the order's own totals. */
final class Invoices {
    static final String TABLE = "_sop_invoices";

    private final Site site;
    private final Company company;

    Invoices(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    Stream<ObjectNode> all() {
        return company.table(TABLE).rows();
    }

    Stream<ObjectNode> pending() {
        return all().filter(invoice -> !invoice.path("posted").asBoolean());
    }

    private Stream<ObjectNode> of(ObjectNode order) {
        return all().filter(invoice -> invoice.path("order_id").equals(order.path("id")));
    }

    /** Prints an invoice for so much of each line; it is pending until it is posted. */
    ObjectNode print(ObjectNode order, Map<Long, BigDecimal> quantities, String date) {
        Refused.unless(
                !quantities.isEmpty(), "The order " + order.path("document_no").asText() + " has nothing to invoice.");
        ObjectNode invoice = Json.object()
                .put("document_no", nextNumber())
                .put("document_date", date)
                .put("order_id", order.path("id").asLong())
                .put("customer_id", order.path("customer_id").asLong())
                .put("posted", false);
        new InvoiceWorth(site, company)
                .write(invoice, order, quantities, of(order).toList());
        ArrayNode lines = invoice.putArray("lines");
        for (JsonNode each : Orders.lines(order)) {
            BigDecimal quantity = quantities.get(each.path("id").asLong());
            if (quantity != null) {
                lines.addObject().put("line_id", each.path("id").asLong()).put("quantity", quantity);
                count((ObjectNode) each, quantity);
            }
        }
        new InvoicedDespatches(company).mark(order);
        Orders.showInvoiced(order);
        company.touch(order);
        return company.insert(TABLE, invoice);
    }

    private String nextNumber() {
        return String.format("%010d", all().count() + 1);
    }

    private void count(ObjectNode line, BigDecimal quantity) {
        BigDecimal invoiced = Orders.quantity(line, "invoice_credit_quantity").add(quantity);
        line.put("invoice_credit_quantity", invoiced).put("stock_unit_invoice_credit_quantity", invoiced);
        line.put("is_line_deletable", false);
        company.touch(line);
    }
}
