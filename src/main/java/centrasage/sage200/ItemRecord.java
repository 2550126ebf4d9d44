package centrasage.sage200;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A stock item as Sage 200 records it, as opposed to how the shop presents it.
 *
 * @param id Sage's, which is the same for ever
 * @param name empty where Sage has none, as every text here but the code
 * @param weight of a stock unit in kilograms, to four decimal places; null where Sage has none, which it shows as zero
 * @param commodityCode the customs tariff number
 * @param countryOfOrigin its ISO code of two letters; empty where Sage has none
 * @param groupId Sage's id of its product group; 0 where it is not said
 * @param isActive whether Sage still trades in it; inactive items are told as well
 */
public record ItemRecord(
        long id,
        String code,
        String name,
        String barcode,
        @Nullable BigDecimal weight,
        String commodityCode,
        String countryOfOrigin,
        long groupId,
        boolean isActive) {
    /** Decimal places of a weight. */
    public static final int WEIGHT_PLACES = 4;

    public ItemRecord {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("a stock item has a code");
        }
        if (weight != null) {
            weight = weight.setScale(WEIGHT_PLACES, RoundingMode.UNNECESSARY);
        }
    }
}
