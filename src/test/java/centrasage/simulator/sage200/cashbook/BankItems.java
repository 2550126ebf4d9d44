package centrasage.simulator.sage200.cashbook;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.posting.Account;
import centrasage.simulator.sage200.posting.Amounts;
import centrasage.simulator.sage200.posting.Analysis;
import centrasage.simulator.sage200.posting.Value;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** The nominal and tax analysis of a payment or receipt of the cash book. */
final class BankItems {
    private final Site site;
    private final Analysis analysis;
    private final BigDecimal rate;
    private final ArrayNode nominal = Json.array();
    private final ArrayNode tax = Json.array();
    private BigDecimal gross = Amounts.ZERO;

    BankItems(Site site, Company company, BigDecimal rate) {
        this.site = site;
        this.analysis = new Analysis(company);
        this.rate = rate;
    }

    BigDecimal gross() {
        return gross;
    }

    ObjectNode writeTo(ObjectNode row) {
        row.set("nominal_analysis_items", nominal);
        row.set("tax_analysis_items", tax);
        return row;
    }

    /** In a bank of the base currency each item carries its own tax. */
    void takeTaxed(ObjectNode sent) {
        String list = list(sent);
        for (int i = 0; i < sent.path(list).size(); i++) {
            String path = list + "[" + i + "].";
            JsonNode item = sent.path(list).path(i);
            TaxSplit split = TaxSplit.of(analysis, item, TaxSplit.Fields.OF_ITEM, path);
            tax.add(split.posted(analysis, path));
            add(sent, item, path, split.gross(), split.goods());
        }
    }

    /** In a foreign bank the tax stands in the header, whose value is the sum of the items. */
    void takeUntaxed(ObjectNode sent) {
        String list = list(sent);
        for (int i = 0; i < sent.path(list).size(); i++) {
            String path = list + "[" + i + "].";
            JsonNode item = sent.path(list).path(i);
            for (String field : new String[] {"goods_value", "tax_code_id", "tax_value"}) {
                Refused.unless(
                        !item.has(field),
                        "'" + path + field + "' cannot be set: the bank account is not of the base currency.");
            }
            add(sent, item, path, Amounts.of(item, "gross_value"), Amounts.of(item, "gross_value"));
        }
        ObjectNode header = sent.deepCopy();
        if (!header.has("cheque_value") && !header.has("cheque_goods_value")) {
            header.put("cheque_value", gross);
        }
        TaxSplit split = TaxSplit.of(analysis, header, TaxSplit.Fields.OF_HEADER, "");
        Amounts.mustBe(split.gross(), gross, "'" + list + "'");
        tax.add(split.posted(analysis, ""));
    }

    /** Of the two lists that Sage knows the newer wins. */
    private static String list(ObjectNode sent) {
        String list = sent.has("nominal_analysis_items") ? "nominal_analysis_items" : "nominal_journal_items";
        Refused.unless(!sent.path(list).isEmpty(), "'nominal_analysis_items' is required.");
        return list;
    }

    private void add(ObjectNode sent, JsonNode item, String path, BigDecimal itemGross, BigDecimal goods) {
        boolean taken = itemGross.signum() > 0 || site.options().is("negativeAnalysis");
        Refused.unless(taken && itemGross.signum() != 0, "'" + path + "gross_value' must be above 0.");
        gross = gross.add(itemGross);
        ObjectNode posted = analysis.nominal(Account.of(item, ""), path + "code", Value.at(rate, goods));
        posted.put("narrative", text(item, sent, "narrative"));
        posted.put("reference", text(item, sent, "reference"));
        nominal.add(posted.put("source", "LedgerCashBook"));
    }

    private static String text(JsonNode item, ObjectNode sent, String field) {
        return item.path(field).asText(sent.path(field).asText(""));
    }
}
