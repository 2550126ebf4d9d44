package centrasage.catalogue.compare;

/**
 * Where a value stands.
 *
 * @param object Centra's id of the product, the variant (a price) or the size (a barcode, a SKU); where Centra has no SKU, Sage's of the
 *     product with a minus before it
 * @param pricelist of a price; else 0
 */
public record Place(Field field, long object, long pricelist) {}
