package centrasage.stock.level;

import centrasage.stock.figure.Sellable.Held;
import centrasage.stock.figure.Sellable.Taken;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One SKU in one warehouse.
 *
 * @param inStock in Sage 200, with what is allocated and reserved
 * @param changedAt when Sage last touched it
 * @param version of what Sage says; it grows with each reading that says something else
 * @param dueSince when Sage changed what Centra was not told yet; null where nothing is to be told
 * @param tries how often Centra was told in vain
 * @param note why it is not shown, in words
 * @param released whether a person has let it pass the guard rails
 * @param taken what was subtracted when it was last told
 * @param sellable what Centra was last told may be sold; null before the first time
 * @param usual the same without what was kept back only because Sage could not be read
 * @param published version that Centra was last told; 0 before the first time
 * @param shown what Centra showed as free to sell when it was last looked at
 */
public record Level(
        long id,
        String company,
        String warehouse,
        String product,
        String sku,
        BigDecimal inStock,
        BigDecimal allocated,
        BigDecimal reserved,
        Held held,
        Instant changedAt,
        long version,
        LevelState state,
        @Nullable Instant dueSince,
        int tries,
        String note,
        boolean released,
        Taken taken,
        @Nullable Integer sellable,
        @Nullable Integer usual,
        @Nullable Integer sent,
        @Nullable Instant publishedAt,
        long published,
        @Nullable Integer shown,
        @Nullable Instant shownAt) {}
