package centrasage.simulator.sage200.pricebook;

import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.data.Company;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What products cost in each band.
 *
 * <p>Every product has a standard price, which is zero until somebody sets it; in another band it has one where it was given one, be it a
 * price of its own or the standard one. The standard price stands in the product's own row, because it is what an order line starts with.
 */
final class PriceBook {
    static final String BANDS = "price_bands";
    private static final String PRICES = "product_prices";
    private static final String STANDARD_PRICE = "_price";
    private static final String STANDARD_UPDATED = "_price_updated";
    private static final int PENCE = 2;

    /** Sage numbers each of its tables by itself: the id of a price is no product's. */
    private static final long STANDARD_IDS = 9_000_000;

    private final Company company;

    PriceBook(Company company) {
        this.company = company;
    }

    ObjectNode band(String name) {
        return company.coded(BANDS, "name", name);
    }

    static boolean isStandard(ObjectNode band) {
        return band.path("is_standard_band").asBoolean();
    }

    /** Whether prices of the band can follow the standard ones, which are in the base currency. */
    boolean mayFollowStandard(ObjectNode band) {
        return !isStandard(band) && currency(band).path("is_base_currency").asBoolean();
    }

    void set(ObjectNode product, ObjectNode band, BigDecimal price) {
        if (isStandard(band)) {
            product.put(STANDARD_PRICE, price.toPlainString()).put(STANDARD_UPDATED, company.now());
        } else {
            company.touch(price(product, band).put("use_standard", false).put("price", pence(price)));
        }
    }

    void followStandard(ObjectNode product, ObjectNode band) {
        company.touch(price(product, band).put("use_standard", true));
    }

    void remove(ObjectNode product, ObjectNode band) {
        ofProduct(product, band)
                .toList()
                .forEach(row -> company.table(PRICES).remove(row.path("id").asLong()));
    }

    /** As {@code product_price_views} shows them: by product, the standard price of each first. */
    Stream<ObjectNode> views() {
        Stream<ObjectNode> standard = company.table(BANDS)
                .rows()
                .filter(PriceBook::isStandard)
                .flatMap(band -> company.table("products").rows().map(product -> standard(product, band)));
        Stream<ObjectNode> others = company.table(PRICES).rows().map(this::other);
        return Stream.concat(standard, others)
                .sorted(Comparator.comparing(
                        view -> view.path("product_code").asText().toLowerCase(Locale.ROOT)));
    }

    private ObjectNode standard(ObjectNode product, ObjectNode band) {
        ObjectNode view = view(product, band);
        view.put("product_price_id", STANDARD_IDS + product.path("id").asLong());
        view.put("product_price_use_standard", true);
        view.put("product_price_price", standardPrice(product));
        view.set(
                "date_time_updated",
                product.path(product.has(STANDARD_UPDATED) ? STANDARD_UPDATED : "date_time_created"));
        return view;
    }

    private ObjectNode other(ObjectNode row) {
        ObjectNode product = company.named("products", row.path("product_id").asLong(), "product_id");
        ObjectNode band = company.named(BANDS, row.path("price_band_id").asLong(), "price_band_id");
        boolean follows = row.path("use_standard").asBoolean();
        ObjectNode view = view(product, band);
        view.set("product_price_id", row.path("id"));
        view.put("product_price_use_standard", follows);
        view.put(
                "product_price_price",
                follows ? standardPrice(product) : row.path("price").decimalValue());
        view.set("date_time_updated", row.path("date_time_updated"));
        return view;
    }

    private ObjectNode view(ObjectNode product, ObjectNode band) {
        ObjectNode currency = currency(band);
        ObjectNode view = Json.object().put("product_stock_unit_name", "Each");
        view.set("product_id", product.path("id"));
        view.set("product_code", product.path("code"));
        view.set("product_name", product.path("name"));
        view.set("price_band_id", band.path("id"));
        view.set("price_band_name", band.path("name"));
        view.set("currency_id", currency.path("id"));
        view.set("currency_name", currency.path("name"));
        view.set("currency_symbol", currency.path("symbol"));
        return view;
    }

    /** A new row is worth nothing before somebody says what it is worth. */
    private ObjectNode price(ObjectNode product, ObjectNode band) {
        return ofProduct(product, band)
                .findFirst()
                .orElseGet(() -> company.insert(
                        PRICES,
                        Json.object()
                                .put("product_id", product.path("id").asLong())
                                .put("price_band_id", band.path("id").asLong())
                                .put("use_standard", false)
                                .put("price", pence(BigDecimal.ZERO))));
    }

    private Stream<ObjectNode> ofProduct(ObjectNode product, ObjectNode band) {
        long productId = product.path("id").asLong();
        long bandId = band.path("id").asLong();
        return company.table(PRICES)
                .rows()
                .filter(row -> row.path("product_id").asLong() == productId
                        && row.path("price_band_id").asLong() == bandId);
    }

    private ObjectNode currency(ObjectNode band) {
        return company.named("currencies", band.path("currency_id").asLong(), "currency_id");
    }

    private static BigDecimal standardPrice(ObjectNode product) {
        return pence(new BigDecimal(product.path(STANDARD_PRICE).asText("0")));
    }

    private static BigDecimal pence(BigDecimal price) {
        return price.setScale(PENCE, RoundingMode.HALF_UP);
    }
}
