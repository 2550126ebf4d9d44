package centrasage.simulator.sage200.purchases;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The flat views over suppliers and posted rows, with the supplier and the currency in the row. */
final class PurchaseViews {
    private static final Map<String, String> OF_TRANSACTION = new TreeMap<>(Map.of(
            "posted_supplier_transaction_id", "id",
            "transaction_type", "trader_transaction_type",
            "query", "queried",
            "transaction_date_time_updated", "date_time_updated"));

    private static final List<String> SAME = List.of(
            "transaction_date",
            "posted_date",
            "reference",
            "second_reference",
            "user_name",
            "urn",
            "exchange_rate",
            "settled_immediately",
            "base_gross_value",
            "document_goods_value",
            "document_gross_value",
            "document_tax_value",
            "document_allocated_value",
            "document_outstanding_value",
            "supplier_id");

    private static final List<String> OF_SUPPLIER = List.of(
            "id",
            "reference",
            "name",
            "short_name",
            "currency_id",
            "balance",
            "account_status_type",
            "date_time_created",
            "date_time_updated");

    private final Company company;

    PurchaseViews(Company company) {
        this.company = company;
    }

    Stream<ObjectNode> suppliers() {
        return company.table("suppliers").rows().map(this::supplier);
    }

    private ObjectNode supplier(ObjectNode row) {
        ObjectNode view = Json.object();
        OF_SUPPLIER.forEach(field -> view.set(field, row.path(field)));
        view.set("account_is_on_hold", row.path("on_hold"));
        ObjectNode currency = addCurrency(view, row);
        ObjectNode iso = company.named(
                "currency_iso_codes", currency.path("currency_iso_code_id").asLong(), "currency_iso_code_id");
        view.set("currency_iso_code_id", iso.path("id"));
        view.set("currency_iso_code", iso.path("code"));
        view.set("currency_iso_code_name", iso.path("name"));
        return view;
    }

    private ObjectNode addCurrency(ObjectNode view, ObjectNode supplier) {
        ObjectNode currency =
                company.named("currencies", supplier.path("currency_id").asLong(), "currency_id");
        view.set("currency_name", currency.path("name"));
        view.set("currency_symbol", currency.path("symbol"));
        return currency;
    }

    Stream<ObjectNode> transactions() {
        return company.table(SupplierMoney.TABLE).rows().map(this::transaction);
    }

    private ObjectNode transaction(ObjectNode row) {
        ObjectNode view = Json.object().put("ledger_type", "LedgerPurchase");
        OF_TRANSACTION.forEach((field, column) -> view.set(field, row.path(column)));
        SAME.forEach(field -> view.set(field, row.path(field)));
        ObjectNode supplier = company.named("suppliers", row.path("supplier_id").asLong(), "supplier_id");
        view.set("supplier_reference", supplier.path("reference"));
        view.set("supplier_name", supplier.path("name"));
        addCurrency(view, supplier);
        return view;
    }
}
