package centrasage.simulator.sage200.ledger;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.posting.Amounts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The flat view over posted documents, with the customer and the currency in the row. */
final class LedgerViews {
    /** What is known of a row without working it out. */
    static final Set<String> KNOWN = Set.of(
            "posted_customer_transaction_id",
            "transaction_type",
            "reference",
            "second_reference",
            "urn",
            "customer_id",
            "posted_date",
            "transaction_date_time_updated");

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

    /** @param mayPass what is worked out at all, by {@link #KNOWN} of it */
    Stream<ObjectNode> transactions(Predicate<ObjectNode> mayPass) {
        return company.table(SalesLedger.TABLE)
                .rows()
                .filter(row -> mayPass.test(known(row)))
                .map(this::transaction);
    }

    private static ObjectNode known(ObjectNode row) {
        ObjectNode view = Json.object();
        view.set("posted_customer_transaction_id", row.path("id"));
        view.set("transaction_type", row.path("trader_transaction_type"));
        for (String field : List.of("reference", "second_reference", "urn", "customer_id", "posted_date")) {
            view.set(field, row.path(field));
        }
        view.set("transaction_date_time_updated", row.path("date_time_updated"));
        return view;
    }

    private ObjectNode transaction(ObjectNode row) {
        ObjectNode view = known(row);
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
