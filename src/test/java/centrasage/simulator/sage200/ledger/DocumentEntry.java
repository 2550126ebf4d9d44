package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Moments;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import centrasage.simulator.sage200.posting.Account;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Analysis;
import centrasage.simulator.sage200.posting.Postings;
import centrasage.simulator.sage200.posting.Rates;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** {@code POST /sales_invoices} and {@code POST /sales_credit_notes}: here, unlike in SOP, the caller says what the VAT is. */
final class DocumentEntry {
    private static final String TAX = "tax_analysis_items";

    private final Site site;
    private final Company company;

    DocumentEntry(Site site, Company company) {
        this.site = site;
        this.company = company;
    }

    /** Posts and returns the urn. */
    long post(Kind kind, ObjectNode sent) {
        WriteCheck.ofNew().check(kind == Kind.INVOICE ? "sales_invoices" : "sales_credit_notes", sent);
        Amounts.required(sent, "customer_id");
        ObjectNode customer = new Debtors(site, company).forPosting(sent);
        BigDecimal goods = Amounts.of(sent, "document_goods_value");
        BigDecimal tax = Amounts.of(sent, "document_tax_value");
        Refused.unless(goods.signum() >= 0, "'document_goods_value' must not be negative.");
        Refused.unless(tax.signum() >= 0, "'document_tax_value' must not be negative.");
        Refused.unless(goods.add(tax).signum() > 0, "'document_goods_value' must be above 0.");
        BigDecimal rate = new Rates(company).toBase(Debtors.currency(customer), sent, "exchange_rate");
        ObjectNode row = header(sent, new Postings(company).date(sent, "transaction_date", "LedgerSales"));
        row.put("document_goods_value", goods).put("document_tax_value", tax).put("exchange_rate", rate);
        row.set(TAX, tax(sent, customer));
        row.set(
                "nominal_analysis_items",
                new NominalItems(site, company)
                        .of(sent, Value.at(rate, goods), Account.ofRecord(customer, "default_nominal_code_")));
        if (kind == Kind.INVOICE) {
            row.put("due_date", due(sent, row));
        }
        return new SalesLedger(company).post(kind, customer, row).path("urn").asLong();
    }

    private static ObjectNode header(ObjectNode sent, String date) {
        ObjectNode row = SalesLedger.named(
                Json.object(),
                sent.path("reference").asText(""),
                sent.path("second_reference").asText(""));
        row.put("transaction_date", date);
        row.put("settled_immediately", sent.path("settled_immediately").asBoolean());
        row.put("document_discount_value", Amounts.of(sent, "document_discount_value"));
        row.put("discount_percent", Amounts.of(sent, "discount_percent"));
        return row.put("discount_days", sent.path("discount_days").asInt());
    }

    private String due(ObjectNode sent, ObjectNode row) {
        if (sent.has("due_date")) {
            return sent.path("due_date").asText();
        }
        int days = company.settings("sales_ledger_settings")
                .path("default_payment_terms_days")
                .asInt();
        return Moments.documentDate(
                Moments.day(row.path("transaction_date").asText()).plusDays(days));
    }

    /** The tax items of a body, which add up to the header; without any, all of it under the customer's tax code. */
    private ArrayNode tax(ObjectNode sent, ObjectNode customer) {
        BigDecimal goods = Amounts.of(sent, "document_goods_value");
        BigDecimal tax = Amounts.of(sent, "document_tax_value");
        ArrayNode items = Json.array();
        if (sent.path(TAX).isEmpty()) {
            long code = customer.path("default_tax_code_id").asLong();
            return items.add(new Analysis(company).tax(code, TAX, goods, tax));
        }
        for (int i = 0; i < sent.path(TAX).size(); i++) {
            items.add(taxItem(sent, sent.path(TAX).path(i), TAX + "[" + i + "]."));
        }
        Amounts.mustBe(goods, Amounts.sum(items, "goods_amount"), "'" + TAX + "' goods");
        Amounts.mustBe(tax, Amounts.sum(items, "tax_amount"), "'" + TAX + "' tax");
        return items;
    }

    private ObjectNode taxItem(ObjectNode sent, JsonNode item, String path) {
        Refused.unless(item.has("id"), "SageNullFieldException: '" + path + "id' is required.");
        BigDecimal goods = Amounts.of(item.has("goods_amount") ? item : sent, field(item, "goods"));
        BigDecimal tax = Amounts.of(item.has("tax_amount") ? item : sent, field(item, "tax"));
        NominalItems.mustBeTaken(site, goods, path + "goods_amount");
        NominalItems.mustBeTaken(site, tax, path + "tax_amount");
        return new Analysis(company).tax(item.path("id").asLong(), path + "id", goods, tax);
    }

    /** An item that states no amount has all of the header's. */
    private static String field(JsonNode item, String what) {
        return item.has(what + "_amount") ? what + "_amount" : "document_" + what + "_value";
    }
}
