package centrasage.stock.publish;

import centrasage.centra.ProductSize;
import centrasage.centra.ShownStock;
import centrasage.centra.client.CentraStock;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.level.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Centra shows at this moment, of SKUs that somebody looks at. */
@ApplicationScoped
public class ShownNow {
    private CentraStock centra;
    private Counterparts counterparts;

    @SuppressWarnings("NullAway.Init")
    ShownNow() {}

    @Inject
    public ShownNow(CentraStock centra, Counterparts counterparts) {
        this.centra = centra;
        this.counterparts = counterparts;
    }

    /**
     * Units that Centra shows as free to sell, by the ids of the levels; none of a SKU that Centra does not have, has more than once, or keeps
     * no stock of in the warehouse.
     *
     * @throws TargetUnavailable when Centra cannot be asked
     */
    public Map<Long, Integer> of(List<Level> levels) throws TargetUnavailable {
        Map<Long, Integer> shown = new HashMap<>();
        if (levels.isEmpty()) {
            return shown;
        }
        Map<String, Long> warehouses = centra.warehouses();
        Map<String, List<Level>> byWarehouse = levels.stream().collect(Collectors.groupingBy(Level::warehouse));
        for (Map.Entry<String, List<Level>> of : byWarehouse.entrySet()) {
            Long warehouse = warehouses.get(of.getKey());
            if (warehouse != null) {
                shown.putAll(in(warehouse, of.getValue()));
            }
        }
        return shown;
    }

    private Map<Long, Integer> in(long warehouse, List<Level> levels) throws TargetUnavailable {
        Map<String, List<ProductSize>> bySku = counterparts.sizes(levels);
        Map<Level, ProductSize> sizes = new HashMap<>();
        for (Level level : levels) {
            List<ProductSize> here = bySku.getOrDefault(level.sku(), List.of());
            if (here.size() == 1) {
                sizes.put(level, here.get(0));
            }
        }
        Map<Long, ShownStock> bySize = counterparts.shown(warehouse, sizes.values());
        Map<Long, Integer> shown = new HashMap<>();
        sizes.forEach((level, size) -> {
            ShownStock stock = bySize.get(size.id());
            if (stock != null) {
                shown.put(level.id(), stock.free());
            }
        });
        return shown;
    }
}
