package centrasage.sage200;

/**
 * A price list of Sage 200's, in one currency.
 *
 * @param currency its ISO code, that of the base currency where the band names none; empty where Sage's currency has none, and then its prices can be taken for nothing
 */
public record PriceBand(long id, String name, String currency) {}
