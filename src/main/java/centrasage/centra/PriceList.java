package centrasage.centra;

/**
 * A price list of Centra's. Whether its prices hold VAT is not documented to be told.
 *
 * @param currency of ISO 4217
 */
public record PriceList(long id, String name, boolean isActive, String currency) {}
