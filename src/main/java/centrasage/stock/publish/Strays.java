package centrasage.stock.publish;

import centrasage.centra.ProductSize;
import centrasage.centra.ShownStock;
import centrasage.centra.client.CentraStock;
import centrasage.centra.client.CentraStock.QuantityType;
import centrasage.centra.client.wire.Mutated;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.StockSettings;
import centrasage.stock.figure.GuardRail.Jump;
import centrasage.stock.level.StockSizes;
import centrasage.stock.publish.PublishShelf.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * SKUs that Centra sells in a warehouse whose stock is Sage's, and that Sage has no stock record of there: a SKU that lost its product, or was
 * never Sage's. Nothing in Sage would ever lower them.
 */
@ApplicationScoped
public class Strays {
    private static final int CHUNK = 1000;
    private static final int SHOWN = 10;

    private StockSizes sizes;
    private Counterparts counterparts;
    private CentraStock centra;
    private StockSettings settings;

    @SuppressWarnings("NullAway.Init")
    Strays() {}

    @Inject
    public Strays(StockSizes sizes, Counterparts counterparts, CentraStock centra, StockSettings settings) {
        this.sizes = sizes;
        this.counterparts = counterparts;
        this.centra = centra;
        this.settings = settings;
    }

    /**
     * What is still sold.
     *
     * @param words the first of them, for people
     */
    public record Found(long skus, String words) {
        static final Found NONE = new Found(0, "");
    }

    /** A SKU that Centra sells. */
    private record Stray(String sku, ShownStock shown) {}

    /** Finds them, and sets them to 0 where the operator wants that and the guard rails would let so many pass. */
    Found see(Wish wish) throws TargetUnavailable {
        List<Stray> strays = new ArrayList<>();
        long all = 0;
        long after = 0;
        List<ProductSize> page = sizes.without(wish.shelf(), after, CHUNK);
        while (!page.isEmpty() && wish.goesOn()) {
            all += page.size();
            strays.addAll(sold(wish, page));
            after = page.get(page.size() - 1).id();
            page = sizes.without(wish.shelf(), after, CHUNK);
        }
        Optional<String> held = settings.guardRail().holds(new Jump(all, strays.size(), strays.size()));
        if (settings.zeroesStrays() && held.isEmpty()) {
            zero(wish, strays);
        }
        return strays.isEmpty() ? Found.NONE : new Found(strays.size(), words(wish, strays, held));
    }

    private List<Stray> sold(Wish wish, List<ProductSize> page) throws TargetUnavailable {
        Map<Long, ShownStock> shown = counterparts.shown(wish.shelf(), page);
        List<Stray> sold = new ArrayList<>();
        for (ProductSize size : page) {
            ShownStock stock = shown.get(size.id());
            if (stock != null && stock.free() > 0) {
                sold.add(new Stray(size.sku(), stock));
            }
        }
        return sold;
    }

    /** What was set is taken out; what was not is named, and found again by the next comparison. */
    private void zero(Wish wish, List<Stray> strays) throws TargetUnavailable {
        while (!strays.isEmpty() && wish.goesOn() && centra.room(true) > 0) {
            List<Stray> part = strays.subList(0, Math.min(settings.pageSize(), strays.size()));
            boolean physical = settings.type() == QuantityType.PHYSICAL;
            Map<String, Integer> quantities = new HashMap<>();
            part.forEach(stray ->
                    quantities.put(stray.sku(), physical ? stray.shown().allocated() : 0));
            Mutated became = centra.set(
                    wish.shelf().centraId(),
                    quantities,
                    settings.type(),
                    wish.shelf().sageWarehouse(),
                    true);
            boolean isSet = became instanceof Mutated.Answered answered
                    && answered.errors().isEmpty()
                    && answered.warnings().isEmpty();
            if (!isSet) {
                return;
            }
            part.clear();
        }
    }

    private String words(Wish wish, List<Stray> strays, Optional<String> held) {
        String first = strays.stream()
                .limit(SHOWN)
                .map(stray -> stray.sku() + " (" + stray.shown().free() + ")")
                .collect(Collectors.joining(", "));
        String why = settings.zeroesStrays()
                ? held.map(words -> "; not set to 0: " + words).orElse("; not set to 0")
                : "";
        return "Centra's warehouse " + wish.shelf().centraWarehouse() + " sells " + strays.size()
                + " SKUs of which Sage 200 has no stock record there: " + first
                + (strays.size() > SHOWN ? " and more" : "") + why;
    }
}
