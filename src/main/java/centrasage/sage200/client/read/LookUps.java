package centrasage.sage200.client.read;

import centrasage.sage200.Site;
import centrasage.sage200.Site.Customer;
import centrasage.sage200.Site.TaxCode;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every look-up of one company as it is in one moment, from as few and as narrow requests as Sage allows. */
record LookUps(Site site, Optional<LocalDate> archivedUpTo) {

    static LookUps read(SageReads reads, String company) throws ReadFailed {
        Source source = new Source(reads, company);
        try {
            Row settings = source.settings();
            return new LookUps(source.site(settings), archivedUpTo(settings));
        } catch (Row.Malformed e) {
            throw malformed(company, e);
        }
    }

    /** The day up to which orders are in the archive, from a request of its own. */
    static Optional<LocalDate> archivedUpTo(SageReads reads, String company) throws ReadFailed {
        try {
            return archivedUpTo(new Source(reads, company).settings());
        } catch (Row.Malformed e) {
            throw malformed(company, e);
        }
    }

    private static ReadFailed malformed(String company, Row.Malformed why) {
        return new ReadFailed(
                "Sage 200's look-ups of company " + company + " cannot be read: " + why.getMessage(), why);
    }

    private static Optional<LocalDate> archivedUpTo(Row settings) {
        Optional<String> text = settings.optionalText("orders_returns_last_archived_up_to");
        try {
            return text.filter(date -> date.length() >= 10).map(date -> LocalDate.parse(date.substring(0, 10)));
        } catch (DateTimeParseException e) {
            throw new Row.Malformed("orders_returns_last_archived_up_to");
        }
    }

    /** One company's collections. */
    private record Source(SageReads reads, String company) {

        Row settings() throws ReadFailed {
            return rows("sop_settings", Query.all()).stream()
                    .findFirst()
                    .orElseThrow(() -> new ReadFailed(
                            200,
                            "company " + company
                                    + " has no sales order processing settings; set up the module in Sage 200 first"));
        }

        Site site(Row settings) throws ReadFailed {
            List<Row> products = rows("products", Query.select("id,code,product_status_type,allow_sales_order"));
            return new Site(
                    company,
                    settings.isTrue("are_prices_tax_inclusive"),
                    customers(),
                    ids(products, "code"),
                    inactive(products),
                    ids(rows("warehouses", Query.select("id,name")), "name"),
                    taxCodes(),
                    countries(),
                    ids(rows("sop_additional_charges", Query.select("id,code")), "code"));
        }

        private Map<String, Customer> customers() throws ReadFailed {
            Map<Long, String> currencies = Currencies.read(reads, company).codes();
            return rows("customers", Query.select("id,reference,currency_id,on_hold")).stream()
                    .map(row -> new Customer(
                            row.id("id"),
                            row.text("reference"),
                            currencies.getOrDefault(row.id("currency_id"), ""),
                            row.isTrue("on_hold")))
                    .collect(Collectors.toUnmodifiableMap(
                            Customer::reference, Function.identity(), (first, second) -> first));
        }

        /** By ISO code: a company that keeps Greece under the EL of its VAT numbers has it under GR as well. */
        private Map<String, Long> countries() throws ReadFailed {
            Map<String, Long> countries = new HashMap<>(ids(rows("country_codes", Query.select("id,code")), "code"));
            Long greece = countries.get("EL");
            if (greece != null) {
                countries.putIfAbsent("GR", greece);
            }
            return Map.copyOf(countries);
        }

        private Map<Integer, TaxCode> taxCodes() throws ReadFailed {
            return rows("tax_codes", Query.select("id,code,tax_rate")).stream()
                    .map(row -> new TaxCode(row.id("id"), Math.toIntExact(row.id("code")), row.decimal("tax_rate")))
                    .collect(
                            Collectors.toUnmodifiableMap(TaxCode::code, Function.identity(), (first, second) -> first));
        }

        private static Set<String> inactive(List<Row> products) {
            return products.stream()
                    .filter(row -> row.isFalse("allow_sales_order") || ItemRow.isInactive(row))
                    .map(row -> row.text("code"))
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static Map<String, Long> ids(List<Row> rows, String code) {
            return rows.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.text(code), row -> row.id("id"), (first, second) -> first));
        }

        List<Row> rows(String resource, Query query) throws ReadFailed {
            List<JsonObject> rows = Pages.all(reads, company, resource, query);
            return rows.stream().map(Row::new).toList();
        }
    }
}
