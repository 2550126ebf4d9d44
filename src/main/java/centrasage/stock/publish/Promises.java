package centrasage.stock.publish;

import centrasage.centra.OrderedGoods;
import centrasage.centra.client.CentraStock;
import centrasage.centra.client.CentraStock.Page;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.StockSettings;
import centrasage.sync.demand.Demand;
import centrasage.sync.demand.Demand.InFlight;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is ordered in Centra and not in Sage 200 yet. An order moves from Centra to what was collected, and from there to Sage, while all
 * three are read. Sage is read after {@link #begin}, so that what has left {@link Begun} is seen there; {@link #placedSince} is asked after
 * Centra's own allocations, so that what is in these and was not collected is seen there. Whatever moves meanwhile is counted twice, never
 * not at all, and is looked at again with the next run.
 */
@ApplicationScoped
public class Promises {
    /** How long a page of orders may take from the moment it is stamped with until it is committed. */
    private static final Duration STAGING_MAX = Duration.ofSeconds(10);

    private Staging staging;
    private Demand demand;
    private CentraStock centra;
    private Duration overlap;

    @SuppressWarnings("NullAway.Init")
    Promises() {}

    @Inject
    public Promises(Staging staging, Demand demand, CentraStock centra, StockSettings settings) {
        this.staging = staging;
        this.demand = demand;
        this.centra = centra;
        this.overlap = settings.ordersOverlap();
    }

    /**
     * What was collected and is not in Sage.
     *
     * @param collectedTo up to which moment orders were collected, by Centra's clock
     * @param at before it was asked for
     */
    public record Begun(Instant collectedTo, Instant at, List<InFlight> inFlight) {
        public Begun {
            inFlight = List.copyOf(inFlight);
        }

        /** Units by SKU of orders that are planned for a company, or for none yet. */
        public Map<String, Long> of(String company) {
            Map<String, Long> units = new HashMap<>();
            inFlight.stream()
                    .filter(each -> each.company() == null || each.company().equals(company))
                    .forEach(each -> units.merge(each.sku(), (long) each.units(), Long::sum));
            return units;
        }
    }

    /** Empty while orders were never collected: nobody can tell what is sold then. */
    public Optional<Begun> begin() {
        return staging.watermark(OrderName.READ_TO)
                .map(read -> new Begun(read, staging.readingBegins(), demand.inFlight()));
    }

    /** Units by SKU of orders that Centra has and that were not collected when {@code begun} was. */
    public Map<String, Long> placedSince(Begun begun) throws TargetUnavailable {
        Map<String, OrderedGoods> placed = new TreeMap<>();
        String after = null;
        do {
            Page<OrderedGoods> page = centra.placed(begun.collectedTo().minus(overlap), after);
            page.items().forEach(order -> placed.put(Long.toString(order.number()), order));
            after = page.next();
        } while (after != null);
        begun.inFlight().forEach(each -> placed.remove(each.order()));
        Set<String> known = staging.receivedBefore(
                OrderName.DOCUMENT, placed.keySet(), begun.at().minus(STAGING_MAX));
        return placed.entrySet().stream()
                .filter(order -> !known.contains(order.getKey()))
                .flatMap(order -> order.getValue().units().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, units -> (long) units.getValue(), Long::sum));
    }
}
