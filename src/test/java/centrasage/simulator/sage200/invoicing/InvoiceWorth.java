package centrasage.simulator.sage200.invoicing;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.posting.Account;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.sop.OrderShares;
import centrasage.simulator.sage200.sop.Orders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What an invoice is worth: the order up to and with it, less what the invoices before it took. */
final class InvoiceWorth {
    private static final String TAX = "tax_analysis_items";
    private static final String NOMINAL = "nominal_analysis_items";
    private static final OrderShares.Taxed NOTHING = new OrderShares.Taxed(0, 0);

    private final Site site;
    private final Company company;

    InvoiceWorth(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    /** @param before the order's invoices so far */
    void write(ObjectNode invoice, ObjectNode order, Map<Long, BigDecimal> quantities, List<ObjectNode> before) {
        OrderShares.Share soFar = new OrderShares(site, company)
                .of(
                        order,
                        line -> Orders.quantity(line, "invoice_credit_quantity")
                                .add(quantities.getOrDefault(line.path("id").asLong(), BigDecimal.ZERO)));
        ArrayNode tax = tax(soFar, before);
        invoice.set(TAX, tax);
        invoice.set(NOMINAL, nominal(soFar, before));
        BigDecimal net = Amounts.sum(tax, "goods_amount");
        BigDecimal taxed = Amounts.sum(tax, "tax_amount");
        invoice.put("total_net_value", net).put("total_tax_value", taxed).put("total_gross_value", net.add(taxed));
    }

    private static ArrayNode tax(OrderShares.Share soFar, List<ObjectNode> before) {
        ArrayNode tax = Json.array();
        Set<Long> codes = new TreeSet<>(soFar.byTaxCode().keySet());
        before.forEach(each ->
                items(each, TAX).forEach(item -> codes.add(item.path("id").asLong())));
        codes.forEach(code -> {
            OrderShares.Taxed pence = soFar.byTaxCode().getOrDefault(code, NOTHING);
            BigDecimal goods = pounds(pence.net()).subtract(taken(before, code, "goods_amount"));
            BigDecimal taxed = pounds(pence.tax()).subtract(taken(before, code, "tax_amount"));
            if (goods.signum() != 0 || taxed.signum() != 0) {
                tax.addObject().put("id", code).put("goods_amount", goods).put("tax_amount", taxed);
            }
        });
        return tax;
    }

    private static ArrayNode nominal(OrderShares.Share soFar, List<ObjectNode> before) {
        ArrayNode nominal = Json.array();
        Set<Account> accounts = new LinkedHashSet<>(soFar.byNominal().keySet());
        before.forEach(each -> items(each, NOMINAL).forEach(item -> accounts.add(Account.of(item, ""))));
        accounts.forEach(account -> {
            BigDecimal net = pounds(soFar.byNominal().getOrDefault(account, 0L)).subtract(taken(before, account));
            if (net.signum() != 0) {
                nominal.addObject()
                        .put("code", account.code())
                        .put("cost_centre", account.costCentre())
                        .put("department", account.department())
                        .put("value", net);
            }
        });
        return nominal;
    }

    private static BigDecimal taken(List<ObjectNode> before, long taxCode, String field) {
        return before.stream()
                .flatMap(invoice -> items(invoice, TAX))
                .filter(item -> item.path("id").asLong() == taxCode)
                .map(item -> Amounts.of(item, field))
                .reduce(Amounts.ZERO, BigDecimal::add);
    }

    private static BigDecimal taken(List<ObjectNode> before, Account account) {
        return before.stream()
                .flatMap(invoice -> items(invoice, NOMINAL))
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
