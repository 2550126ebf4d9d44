package centrasage.stock.publish;

import centrasage.centra.ProductSize;
import centrasage.centra.ShownStock;
import centrasage.centra.client.CentraStock;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.level.Level;
import centrasage.stock.level.StockSizes;
import centrasage.stock.shelf.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Centra has of SKUs: their sizes, and what it shows of these. */
@ApplicationScoped
public class Counterparts {
    private CentraStock centra;
    private StockSizes sizes;

    @SuppressWarnings("NullAway.Init")
    Counterparts() {}

    @Inject
    public Counterparts(CentraStock centra, StockSizes sizes) {
        this.centra = centra;
        this.sizes = sizes;
    }

    /** Centra's sizes by SKU; none of SKUs that it does not have. */
    Map<String, List<ProductSize>> sizes(Collection<Level> levels) {
        return sizes.of(levels.stream().map(Level::sku).collect(Collectors.toSet()));
    }

    /** By size; none of those that Centra keeps no stock of in the shelf's warehouse. */
    Map<Long, ShownStock> shown(Shelf shelf, Collection<ProductSize> of) throws TargetUnavailable {
        return shown(shelf.centraId(), of);
    }

    /** @param warehouse Centra's */
    Map<Long, ShownStock> shown(long warehouse, Collection<ProductSize> of) throws TargetUnavailable {
        List<Long> ids = of.stream().map(ProductSize::id).toList();
        Map<Long, ShownStock> shown = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CentraStock.PAGE_MAX) {
            List<Long> part = ids.subList(from, Math.min(ids.size(), from + CentraStock.PAGE_MAX));
            centra.shown(warehouse, part).forEach(stock -> shown.put(stock.size(), stock));
        }
        return shown;
    }
}
