package centrasage.catalogue.compare;

/** What Sage 200 may own in Centra. */
public enum Field {
    /** Of a product. */
    NAME("name"),
    /** Of a product, in kilograms. */
    WEIGHT("weight"),
    /** Of a product. */
    COMMODITY_CODE("commodity-code"),
    /** Of a product, by its code of ISO 3166. */
    COUNTRY_OF_ORIGIN("country-of-origin"),
    /** Of a size, as its EAN. */
    BARCODE("barcode"),
    /** Of a variant in a price list; it has no owner in {@code fields.csv} but a row in {@code pricelists.csv}. */
    PRICE("price"),
    /** Not a value: that a SKU is on both sides. */
    SKU("sku");

    private final String mapped;

    Field(String mapped) {
        this.mapped = mapped;
    }

    /** As people write it. */
    public String mapped() {
        return mapped;
    }
}
