package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.lookup.Known;
import centrasage.simulator.sage200.odata.Query;
import centrasage.simulator.sage200.posting.Amounts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The flat view over posted documents, with the customer and the currency in the row. */
final class LedgerViews {
    private static final List<String> KEYS =
            List.of("reference", "second_reference", "urn", "customer_id", "posted_date");

    /** Other names of the view, and the columns that they are of. */
    private static final Map<String, String> OTHERS = new TreeMap<>(Map.of(
            "posted_customer_transaction_id", "id",
            "transaction_type", "trader_transaction_type",
            "transaction_date_time_updated", "date_time_updated"));

    private static final List<String> SAME = List.of(
            "transaction_date",
            "due_date",
            "discount_days",
            "user_name",
            "exchange_rate",
            "settled_immediately",
            "document_outstanding_value");
    private static final List<String> VALUES = List.of(
            "goods_value", "gross_value", "discount_value", "tax_value", "tax_discount_value", "allocated_value");

    private final Company company;

    LedgerViews(Company company) {
        this.company = company;
    }

    Stream<ObjectNode> transactions(Query query) {
        return company.table(SalesLedger.TABLE)
                .rows()
                .filter(known().mayPass(query))
                .map(this::transaction);
    }

    private static Known known() {
        Known known = new Known();
        KEYS.forEach(field -> known.with(field, field));
        OTHERS.forEach(known::with);
        return known;
    }

    private ObjectNode transaction(ObjectNode row) {
        ObjectNode view = Json.object();
        OTHERS.forEach((field, column) -> view.set(field, row.path(column)));
        KEYS.forEach(field -> view.set(field, row.path(field)));
        view.set("query", row.path("queried"));
        view.put("ledger_type", "LedgerSales");
        SAME.stream().filter(row::has).forEach(field -> view.set(field, row.path(field)));
        for (String value : VALUES) {
            view.put("document_" + value, Amounts.of(row, "document_" + value));
            view.put("base_" + value, Amounts.of(row, "base_" + value));
        }
        view.put(
                "base_outstanding_value",
                Amounts.of(row, "base_gross_value").subtract(Amounts.of(row, "base_allocated_value")));
        ObjectNode customer = company.named("customers", row.path("customer_id").asLong(), "customer_id");
        ObjectNode currency =
                company.named("currencies", customer.path("currency_id").asLong(), "currency_id");
        view.set("customer_reference", customer.path("reference"));
        view.set("customer_name", customer.path("name"));
        view.set("currency_name", currency.path("name"));
        view.set("currency_symbol", currency.path("symbol"));
        return view;
    }
}
