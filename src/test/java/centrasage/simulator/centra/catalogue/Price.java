package centrasage.simulator.centra.catalogue;

import centrasage.simulator.trade.Market.PriceList;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a product costs on a pricelist. */
public record Price(int id, Of of, BigDecimal value, Instant at) {
    /**
     * What has a price.
     *
     * @param variant null where the price is that of all variants without one of their own
     */
    public record Of(
            PriceList pricelist, int product, @Nullable Integer variant) {}

    public Price {
        value = value.stripTrailingZeros();
    }
}
