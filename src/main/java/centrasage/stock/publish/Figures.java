package centrasage.stock.publish;

import centrasage.centra.ProductSize;
import centrasage.centra.ShownStock;
import centrasage.centra.client.CentraStock.QuantityType;
import centrasage.stock.figure.Kept;
import centrasage.stock.figure.Sellable;
import centrasage.stock.figure.Sellable.Taken;
import centrasage.stock.level.Level;
import centrasage.stock.level.Told;
import centrasage.stock.shelf.Skus;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What Centra is to be told of the SKUs of one warehouse, by what is promised already. */
final class Figures {
    private final Skus skus;
    /** Null where those of the last time are taken. */
    private final @Nullable Map<String, BigDecimal> openOrders;

    private final Map<String, Long> inFlight;
    private final Buffers buffers;
    private final boolean sellsUnconfirmed;

    /**
     * @param openOrders by product
     * @param inFlight by SKU
     */
    Figures(
            Skus skus,
            @Nullable Map<String, BigDecimal> openOrders,
            Map<String, Long> inFlight,
            Buffers buffers,
            boolean sellsUnconfirmed) {
        this.skus = skus;
        this.openOrders = openOrders;
        this.inFlight = inFlight;
        this.buffers = buffers;
        this.sellsUnconfirmed = sellsUnconfirmed;
    }

    /** By what Sage said last, of its open orders as well, while it cannot be asked. */
    static Figures ofOld(Skus skus, Map<String, Long> inFlight, Buffers buffers, boolean sellsUnconfirmed) {
        return new Figures(skus, null, inFlight, buffers, sellsUnconfirmed);
    }

    /** Beside what was collected, what was ordered since. */
    Figures and(Map<String, Long> placed) {
        Map<String, Long> all = new HashMap<>(inFlight);
        placed.forEach((sku, units) -> all.merge(sku, units, Long::sum));
        return new Figures(skus, openOrders, all, buffers, sellsUnconfirmed);
    }

    /** @param levels whose stock it is taken off */
    Function<Level, Taken> taken(List<Level> levels) {
        Function<Level, Kept> kept = buffers.of(levels);
        return level -> taken(level, kept.apply(level));
    }

    private Taken taken(Level level, Kept kept) {
        Map<String, BigDecimal> open = openOrders;
        return new Taken(
                open == null ? level.taken().openOrders() : open.getOrDefault(level.product(), BigDecimal.ZERO),
                inFlight.getOrDefault(level.sku(), 0L),
                kept);
    }

    Sellable sellable(Level level, Taken taken) {
        return Sellable.of(level.held(), taken, sellsUnconfirmed);
    }

    /** @param shown what Centra shows now */
    Told told(Level level, Taken taken, ShownStock shown, QuantityType type) {
        Sellable figure = sellable(level, taken);
        long quantity = type == QuantityType.PHYSICAL ? (long) figure.units() + shown.allocated() : figure.units();
        return new Told(level, figure, taken, (int) Math.min(Integer.MAX_VALUE, quantity));
    }

    /**
     * Why a SKU can be told of to nobody, in words; empty where it can.
     *
     * @param sizes of this SKU in Centra
     */
    String fault(Level level, List<ProductSize> sizes) {
        Optional<String> instead = skus.soldInstead(level.product());
        if (instead.isPresent()) {
            return "Sage 200 has stock of " + level.product() + ", and the SKU of this name is its product "
                    + instead.get() + ". Give it another SKU in skus.csv if it is sold";
        }
        if (level.sku().isEmpty() || level.product().startsWith(Products.UNLISTED)) {
            return "Sage 200 has stock of a product that it does not list (" + level.product() + ")";
        }
        if (skus.areSeveral(level.product())) {
            return "several SKUs are this one product (" + skus.all(level.product())
                    + "): its stock would be sold as each of them. Correct skus.csv";
        }
        if (sizes.isEmpty()) {
            return "Centra has no SKU " + level.sku();
        }
        return sizes.size() == 1 ? "" : "Centra has the SKU " + level.sku() + " " + sizes.size() + " times";
    }
}
