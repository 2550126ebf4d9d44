package centrasage.catalogue.compare;

import centrasage.centra.PriceList;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The prices that a price list of Centra's is to have.
 *
 * @param prices by Sage's product code, in the list's currency
 */
public record BandPrices(PriceList list, Map<String, BigDecimal> prices) {
    public BandPrices {
        prices = Map.copyOf(prices);
    }
}
