package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.despatch.InvoicedDespatches;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.posting.Account;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.sop.OrderShares;
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
        value(order, quantities, invoice);
        ArrayNode lines = invoice.putArray("lines");
        for (JsonNode each : Orders.lines(order)) {
            BigDecimal quantity = quantities.get(each.path("id").asLong());
            if (quantity != null) {
                lines.addObject().put("line_id", each.path("id").asLong()).put("quantity", quantity);
                count((ObjectNode) each, quantity);
            }
        }
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
        new InvoicedDespatches(company).mark(line);
    }

    /** What the order is worth up to and with this invoice, less what the invoices before it took. */
    private void value(ObjectNode order, Map<Long, BigDecimal> quantities, ObjectNode invoice) {
        OrderShares.Share soFar = new OrderShares(site, company)
                .of(
                        order,
                        line -> Orders.quantity(line, "invoice_credit_quantity")
                                .add(quantities.getOrDefault(line.path("id").asLong(), BigDecimal.ZERO)));
        ArrayNode tax = invoice.putArray("tax_analysis_items");
        soFar.byTaxCode().forEach((code, pence) -> {
            BigDecimal goods = pounds(pence.net()).subtract(before(order, code, "goods_amount"));
            BigDecimal taxed = pounds(pence.tax()).subtract(before(order, code, "tax_amount"));
            if (goods.signum() != 0 || taxed.signum() != 0) {
                tax.addObject().put("id", code).put("goods_amount", goods).put("tax_amount", taxed);
            }
        });
        ArrayNode nominal = invoice.putArray("nominal_analysis_items");
        soFar.byNominal().forEach((account, pence) -> {
            BigDecimal net = pounds(pence).subtract(before(order, account));
            if (net.signum() != 0) {
                nominal.addObject()
                        .put("code", account.code())
                        .put("cost_centre", account.costCentre())
                        .put("department", account.department())
                        .put("value", net);
            }
        });
        BigDecimal net = Amounts.sum(tax, "goods_amount");
        BigDecimal taxed = Amounts.sum(tax, "tax_amount");
        invoice.put("total_net_value", net).put("total_tax_value", taxed).put("total_gross_value", net.add(taxed));
    }

    private BigDecimal before(ObjectNode order, long taxCode, String field) {
        return of(order)
                .flatMap(invoice -> items(invoice, "tax_analysis_items"))
                .filter(item -> item.path("id").asLong() == taxCode)
                .map(item -> Amounts.of(item, field))
                .reduce(Amounts.ZERO, BigDecimal::add);
    }

    private BigDecimal before(ObjectNode order, Account account) {
        return of(order)
                .flatMap(invoice -> items(invoice, "nominal_analysis_items"))
                .filter(item -> Account.of(item, "").equals(account))
                .map(item -> Amounts.of(item, "value"))
                .reduce(Amounts.ZERO, BigDecimal::add);
    }

    private static Stream<JsonNode> items(ObjectNode invoice, String list) {
        return invoice.path(list).valueStream();
    }

    private static BigDecimal pounds(long pence) {
        return BigDecimal.valueOf(pence, Amounts.PENCE);
    }
}
