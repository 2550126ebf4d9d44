package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Holdings;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.ledger.Kind;
import centrasage.simulator.sage200.ledger.SalesLedger;
import centrasage.simulator.sage200.posting.Account;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Analysis;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Value;
import centrasage.simulator.sage200.sop.LineTypes;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Posts a printed invoice: a document in the sales ledger, the lines of the order, and stock where it leaves only now. */
final class InvoicePosting {
    private static final int SECOND_REFERENCE_MAX = 20;

    private final Site site;
    private final Company company;

    InvoicePosting(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    void post(ObjectNode invoice) {
        ObjectNode dated = Json.object().set("document_date", invoice.path("document_date"));
        new Postings(company).date(dated, "document_date", "LedgerSales");
        ObjectNode order = order(invoice);
        ObjectNode customer =
                company.named("customers", invoice.path("customer_id").asLong(), "customer_id");
        ObjectNode posted = new SalesLedger(company).post(Kind.INVOICE, customer, document(invoice, order));
        invoice.put("posted", true);
        invoice.set("posted_tran_id", posted.path("id"));
        invoice.set("urn", posted.path("urn"));
        company.touch(invoice);
        invoice.path("lines").forEach(line -> count(order, line));
        Amounts.add(order, Orders.POSTED_GROSS, Amounts.of(invoice, "total_gross_value"));
        Orders.showInvoiced(order);
        new Orders(site, company).refreshCredit(order);
        company.touch(order);
    }

    /** The order of an invoice, archived or not. */
    private ObjectNode order(ObjectNode invoice) {
        ObjectNode live = company.row(Orders.TABLE, invoice.path("order_id").asLong());
        return live == null
                ? company.named(Orders.ARCHIVE, invoice.path("order_id").asLong(), "order_id")
                : live;
    }

    /** As the ledger takes it; a credit note of a return is written the same way. */
    ObjectNode document(ObjectNode invoice, ObjectNode order) {
        ObjectNode row =
                SalesLedger.named(Json.object(), invoice.path("document_no").asText(), secondReference(order));
        BigDecimal rate = order.path("exchange_rate").decimalValue();
        row.set("transaction_date", invoice.path("document_date"));
        row.set("due_date", invoice.path("document_date"));
        row.put("exchange_rate", rate);
        row.set("document_goods_value", invoice.path("total_net_value"));
        row.set("document_tax_value", invoice.path("total_tax_value"));
        Analysis analysis = new Analysis(company);
        ArrayNode tax = row.putArray("tax_analysis_items");
        invoice.path("tax_analysis_items")
                .forEach(item -> tax.add(analysis.tax(
                        item.path("id").asLong(),
                        "tax_code_id",
                        item.path("goods_amount").decimalValue(),
                        item.path("tax_amount").decimalValue())));
        ArrayNode nominal = row.putArray("nominal_analysis_items");
        invoice.path("nominal_analysis_items")
                .forEach(item -> nominal.add(analysis.nominalOrSuspense(
                                Account.of(item, ""),
                                Value.at(rate, item.path("value").decimalValue()))
                        .put("source", "LedgerSOP")));
        return row;
    }

    /** What Sage writes there is not known: a site's choice here. The order's number is longer than the field. */
    private String secondReference(ObjectNode order) {
        String text = switch (site.options().text("invoiceSecondReference")) {
            case "customer-document-no" -> order.path("customer_document_no").asText("");
            case "order-no" -> order.path("document_no").asText();
            default -> "";
        };
        return text.substring(0, Math.min(text.length(), SECOND_REFERENCE_MAX));
    }

    private void count(ObjectNode order, JsonNode invoiced) {
        ObjectNode line = line(order, invoiced.path("line_id").asLong());
        if (line == null) {
            return;
        }
        BigDecimal quantity = invoiced.path("quantity").decimalValue();
        line.put(
                "posted_invoice_credit_quantity",
                Orders.quantity(line, "posted_invoice_credit_quantity").add(quantity));
        boolean gone = company.settings("sop_settings")
                .path("update_stock_on_despatch")
                .asBoolean();
        Holdings holdings = new Holdings(company);
        ObjectNode holding = holdings.of(
                line.path("product_id").asLong(), line.path("warehouse_id").asLong());
        if (!gone && holding != null && line.path("line_type").asText().equals(LineTypes.STANDARD)) {
            holdings.issue(holding, quantity);
        }
    }

    private static @Nullable ObjectNode line(ObjectNode order, long id) {
        for (JsonNode line : Orders.lines(order)) {
            if (line.path("id").asLong() == id) {
                return (ObjectNode) line;
            }
        }
        return null;
    }
}
