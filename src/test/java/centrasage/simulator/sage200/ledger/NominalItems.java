package centrasage.simulator.sage200.ledger;

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

/** The nominal analysis of a document, which must add up to its goods. */
final class NominalItems {
    private static final String LIST = "nominal_analysis_items";

    private final Site site;
    private final Analysis analysis;

    NominalItems(Site site, Company company) {
        this.site = site;
        this.analysis = new Analysis(company);
    }

    /** The items of a body as posted items; without any, all of the goods on one account. */
    ArrayNode of(ObjectNode sent, Value goods, Account otherwise) {
        ArrayNode items = Json.array();
        if (sent.path(LIST).isEmpty()) {
            return items.add(analysis.nominalOrSuspense(otherwise, goods).put("source", "LedgerSales"));
        }
        for (int i = 0; i < sent.path(LIST).size(); i++) {
            items.add(item(sent.path(LIST).path(i), LIST + "[" + i + "].", goods));
        }
        Amounts.mustBe(goods.amount(), Amounts.sum(items, "value"), "'" + LIST + "'");
        return items;
    }

    private ObjectNode item(JsonNode sent, String path, Value goods) {
        BigDecimal value = sent.has("value") ? Amounts.of(sent, "value") : goods.amount();
        mustBeTaken(site, value, path + "value");
        ObjectNode item = analysis.nominal(Account.of(sent, ""), path + "code", Value.at(goods.rate(), value));
        item.put("narrative", sent.path("narrative").asText(""));
        item.put(
                "transaction_analysis_code",
                sent.path("transaction_analysis_code").asText(""));
        return item.put("source", "LedgerSales");
    }

    /** Whether Sage takes a negative share of a positive document is not known: a site's choice here. */
    static void mustBeTaken(Site site, BigDecimal value, String field) {
        Refused.unless(
                value.signum() >= 0 || site.options().is("negativeAnalysis"), "'" + field + "' must not be negative.");
    }
}
