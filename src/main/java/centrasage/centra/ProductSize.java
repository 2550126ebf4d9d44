package centrasage.centra;

/**
 * A size of a product variant, which is what Centra keeps stock of.
 *
 * @param sku as Centra writes it; empty where it has none
 * @param isActive whether it can be sold
 */
public record ProductSize(long id, String sku, boolean isActive) {}
