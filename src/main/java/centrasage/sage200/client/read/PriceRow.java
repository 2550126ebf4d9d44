package centrasage.sage200.client.read;

import centrasage.sage200.BandPrice;
import centrasage.sage200.client.wire.Row;

/** One row of {@code product_price_views}; Sage shows the standard price itself where a product follows it. */
final class PriceRow {
    static final String ID = "product_price_id";
    private static final String PRICE = "product_price_price";
    static final String FIELDS = ID + ",product_code,price_band_id,price_band_name," + PRICE;

    private PriceRow() {}

    static BandPrice price(Row row) {
        return new BandPrice(
                row.text("product_code"), row.text("price_band_name"), Decimals.exact(row, PRICE, BandPrice.PLACES));
    }
}
