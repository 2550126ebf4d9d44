package centrasage.simulator.sage200.pricebook;

import centrasage.simulator.http.Json;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.CompanyNamed;
import centrasage.simulator.sage200.data.Site;
import centrasage.simulator.sage200.fields.Refused;
import centrasage.simulator.sage200.fields.WriteCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A product's record and its prices, as the Sage user who keeps them changes them. */
public final class ProductControl {
    private static final String COUNTRY = "countryOfOrigin";
    private static final String PRICES = "prices";

    /** Fields of the record by the words of the body. */
    private static final Map<String, String> FIELDS = Map.of(
            "name", "name",
            "barcode", "barcode",
            "commodityCode", "commodity_code",
            "weight", "weight",
            "status", "product_status_type");

    private final Site site;

    public ProductControl(Site site) {
        this.site = site;
    }

    public void addTo(Router router) {
        router.on("PUT", "/control/products/{code}", this::change);
    }

    /**
     * {@code {company?, name?, barcode?, commodityCode?, weight?, status?, countryOfOrigin?, prices?}}, where the country is a code of
     * {@code country_codes}, or empty for none, and the prices are amounts by the names of their bands: {@code "standard"} instead of an
     * amount follows the standard price, null takes the product out of the band. All of it is done or, with 400, nothing.
     */
    private Response change(Request request) {
        Company company = CompanyNamed.by(site, request);
        ObjectNode body = request.jsonObject();
        return company.locked(() -> {
            ObjectNode product = company.coded("products", "code", request.pathParameter("code"));
            ObjectNode record = record(company, body);
            List<Runnable> prices = prices(new PriceBook(company), product, body);
            if (!record.isEmpty()) {
                product.setAll(record);
                company.touch(product);
            }
            prices.forEach(Runnable::run);
            return Response.json(product.deepCopy());
        });
    }

    /** What changes of the record, in Sage's own fields and within their limits. */
    private static ObjectNode record(Company company, ObjectNode body) {
        ObjectNode record = Json.object();
        body.properties().forEach(sent -> {
            String word = sent.getKey();
            String field = FIELDS.get(word);
            if (field != null) {
                record.set(field, sent.getValue());
            } else {
                boolean known = word.equals("company") || word.equals(COUNTRY) || word.equals(PRICES);
                Refused.unless(known, "'" + word + "' is nothing that is changed of a product.");
            }
        });
        WriteCheck.ofNew().check("products", record);
        Refused.unless(record.path("weight").decimalValue().signum() >= 0, "'weight' must not be below zero.");
        if (body.has(COUNTRY)) {
            record.set("country_of_origin_id", country(company, body.path(COUNTRY)));
        }
        return record;
    }

    private static JsonNode country(Company company, JsonNode code) {
        Refused.unless(code.isTextual(), "'" + COUNTRY + "' must be the code of a country, or empty.");
        return code.asText().isEmpty()
                ? Json.mapper().getNodeFactory().nullNode()
                : company.coded("country_codes", "code", code.asText()).path("id");
    }

    private static List<Runnable> prices(PriceBook book, ObjectNode product, ObjectNode body) {
        List<Runnable> changes = new ArrayList<>();
        JsonNode prices = body.path(PRICES);
        Refused.unless(
                prices.isMissingNode() || prices.isObject(), "'" + PRICES + "' must be amounts by the names of bands.");
        prices.properties()
                .forEach(sent -> changes.add(change(book, product, book.band(sent.getKey()), sent.getValue())));
        return changes;
    }

    /** One price, checked now and changed later. */
    private static Runnable change(PriceBook book, ObjectNode product, ObjectNode band, JsonNode price) {
        String name = band.path("name").asText();
        if (price.isNull()) {
            Refused.unless(!PriceBook.isStandard(band), "every product has a price in '" + name + "'.");
            return () -> book.remove(product, band);
        }
        if (price.asText().equals("standard")) {
            Refused.unless(book.mayFollowStandard(band), "prices of '" + name + "' cannot follow the standard price.");
            return () -> book.followStandard(product, band);
        }
        BigDecimal amount = price.decimalValue();
        boolean fits = price.isNumber()
                && amount.signum() >= 0
                && amount.stripTrailingZeros().scale() <= 2;
        Refused.unless(
                fits, "the price in '" + name + "' must be an amount of two decimal places at most, not below zero.");
        return () -> book.set(product, band, amount);
    }
}
