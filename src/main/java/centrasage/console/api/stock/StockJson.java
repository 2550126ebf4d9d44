package centrasage.console.api.stock;

import centrasage.stock.audit.Difference;
import centrasage.stock.level.Level;
import centrasage.stock.level.LevelState;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The stock of a SKU in a warehouse, in Sage 200, on its way and in Centra.
 *
 * @param warehouse as Centra calls it
 * @param free in Sage 200, neither allocated nor reserved
 * @param openOrders ordered in Sage 200 and not allocated there, when Centra was last told
 * @param inFlight ordered in Centra and not in Sage 200 yet, when Centra was last told
 * @param buffer kept back, when Centra was last told
 * @param bufferRule which row says so, in words
 * @param staleBuffer so many more, because Sage could not be read then
 * @param sellable that Centra was last told; null before the first time
 * @param shown that Centra showed as free to sell when it was last looked at
 * @param shownNow that Centra shows as free to sell at this moment; null where that was not asked for, or where Centra has none of it
 * @param version of Sage's figures
 * @param published version that Centra was last told
 * @param dueSince when Sage changed what Centra does not know yet
 * @param difference why Centra shows something else than Sage has, in words; empty where it does not
 */
@Schema(name = "Stock")
public record StockJson(
        long id,
        String company,
        String warehouse,
        String sku,
        String product,
        LevelState state,
        BigDecimal onHand,
        BigDecimal unconfirmed,
        BigDecimal allocated,
        BigDecimal reserved,
        BigDecimal free,
        BigDecimal openOrders,
        long inFlight,
        int buffer,
        String bufferRule,
        int staleBuffer,
        @Nullable Integer sellable,
        @Nullable Integer shown,
        @Nullable Instant shownAt,
        @Nullable Integer shownNow,
        @Nullable Instant publishedAt,
        Instant changedAt,
        @Nullable Instant dueSince,
        long version,
        long published,
        int tries,
        String difference) {

    static StockJson of(Level level, @Nullable Integer shownNow) {
        return new StockJson(
                level.id(),
                level.company(),
                level.warehouse(),
                level.sku(),
                level.product(),
                level.state(),
                plain(level.inStock()),
                plain(level.held().unconfirmed()),
                plain(level.allocated()),
                plain(level.reserved()),
                plain(level.held().free()),
                plain(level.taken().openOrders()),
                level.taken().inFlight(),
                level.taken().kept().buffer(),
                level.taken().kept().rule(),
                level.taken().kept().stale(),
                level.sellable(),
                level.shown(),
                level.shownAt(),
                shownNow,
                level.publishedAt(),
                level.changedAt(),
                level.dueSince(),
                level.version(),
                level.published(),
                level.tries(),
                Difference.of(level));
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal least = quantity.stripTrailingZeros();
        return least.scale() < 0 ? least.setScale(0) : least;
    }
}
