package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.cashbook.CashBook;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** The part of {@code /control} that shows an auditor the ledgers, and clears what is settled. */
public final class LedgerControl {
    private final Site site;

    public LedgerControl(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("GET", "/control/ledger", this::dump);
        router.on("POST", "/control/ledger/archive", this::archive);
        new LedgerMutants(site).addTo(router);
    }

    /** For each company: its posted documents, archived ones included, its allocations and the rows of its banks. */
    private Response dump(Request request) {
        ArrayNode books = Json.array();
        for (Company company : CompanyNamed.all(site, request)) {
            books.add(company.locked(() -> dump(company)));
        }
        return Response.json(books);
    }

    private static ObjectNode dump(Company company) {
        ObjectNode book = Json.object().put("company", company.id());
        ArrayNode transactions = book.putArray("transactions");
        for (String table : List.of(SalesLedger.TABLE, SalesLedger.HISTORY)) {
            company.table(table)
                    .rows()
                    .forEach(row -> transactions.add(
                            transaction(company, row).put("archived", table.equals(SalesLedger.HISTORY))));
        }
        ArrayNode allocations = book.putArray("allocations");
        company.table(Settlement.TABLE).rows().forEach(row -> allocations.add(row.deepCopy()));
        ArrayNode bank = book.putArray("bank");
        company.table(CashBook.TABLE).rows().forEach(row -> bank.add(inBank(company, row)));
        return book;
    }

    private static ObjectNode transaction(Company company, ObjectNode row) {
        ObjectNode customer = company.named("customers", row.path("customer_id").asLong(), "customer_id");
        ObjectNode shown = row.deepCopy();
        shown.set("customer_reference", customer.path("reference"));
        shown.set(
                "currency_symbol", symbol(company, customer.path("currency_id").asLong()));
        return shown;
    }

    private static ObjectNode inBank(Company company, ObjectNode row) {
        ObjectNode bank = company.named("banks", row.path("bank_id").asLong(), "bank_id");
        ObjectNode shown = row.deepCopy();
        shown.set("base_value", shown.remove(CashBook.BASE));
        shown.set("bank_code", bank.path("code"));
        shown.set(
                "currency_symbol",
                symbol(company, bank.path("account_currency_id").asLong()));
        return shown;
    }

    private static JsonNode symbol(Company company, long currency) {
        return company.named("currencies", currency, "currency_id").path("symbol");
    }

    /** {@code {"company": 33, "before": "2026-11-25"}}: what is settled moves to the historical transactions. */
    private Response archive(Request request) {
        ObjectNode body = request.jsonObject();
        Company company = CompanyNamed.by(site, request);
        LocalDate before = LocalDate.parse(body.path("before").asText("9999-12-31"));
        return company.locked(() -> {
            List<ObjectNode> settled = company.table(SalesLedger.TABLE)
                    .rows()
                    .filter(row -> SalesLedger.outstanding(row).signum() == 0
                            && Moments.day(row.path("transaction_date").asText())
                                    .isBefore(before))
                    .toList();
            settled.forEach(row -> {
                company.table(SalesLedger.TABLE).remove(row.path("id").asLong());
                company.table(SalesLedger.HISTORY).put(row.path("id").asLong(), row);
            });
            return Response.json(Json.object().put("archived", settled.size()));
        });
    }
}
