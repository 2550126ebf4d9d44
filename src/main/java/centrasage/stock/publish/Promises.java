package centrasage.stock.publish;

import centrasage.centra.OrderedGoods;
import centrasage.centra.client.CentraStock;
import centrasage.centra.client.CentraStock.Page;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.StockSettings;
import centrasage.stock.demand.Reckoning;
import centrasage.sync.demand.Demand;
import centrasage.sync.demand.Demand.InFlight;
import centrasage.sync.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** 10,000 orders. More were placed only if nobody has collected any for hours or days. */
    private static final int PAGES_MAX = 50;

    private Staging staging;
    private Reckoning reckoning;
    private Demand demand;
    private CentraStock centra;
    private Duration overlap;

    @SuppressWarnings("NullAway.Init")
    Promises() {}

    @Inject
    public Promises(Staging staging, Reckoning reckoning, Demand demand, CentraStock centra, StockSettings settings) {
        this.reckoning = reckoning;
        this.staging = staging;
        this.demand = demand;
        this.centra = centra;
        this.overlap = settings.ordersOverlap();
    }

    /** What was collected and is not in Sage, and what this run has found in Centra besides. */
    public static final class Begun {
        private final Instant collectedTo;
        private final Instant at;
        private final List<InFlight> inFlight;
        private final Placed placed;

        /**
         * @param collectedTo up to which moment orders were collected, by Centra's clock
         * @param at before it was asked for
         * @param from when the first orders were placed that may not have been collected
         */
        private Begun(Instant collectedTo, Instant at, List<InFlight> inFlight, Instant from) {
            this.collectedTo = collectedTo;
            this.at = at;
            this.inFlight = List.copyOf(inFlight);
            this.placed = new Placed(from);
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
        reckoning.settle();
        return staging.watermark(OrderName.READ_TO)
                .map(read -> new Begun(read, staging.readingBegins(), demand.inFlight(), read.minus(overlap)));
    }

    /** Units by SKU of orders that Centra has and that were not collected when {@code begun} was. */
    public Map<String, Long> placedSince(Begun begun) throws TargetUnavailable {
        read(begun);
        Map<String, Map<String, Integer>> placed = begun.placed.units();
        begun.inFlight.forEach(each -> placed.remove(each.order()));
        Set<String> known = staging.receivedBefore(OrderName.DOCUMENT, placed.keySet(), begun.at.minus(STAGING_MAX));
        return placed.entrySet().stream()
                .filter(order -> !known.contains(order.getKey()))
                .flatMap(order -> order.getValue().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, units -> (long) units.getValue(), Long::sum));
    }

    /** All of them once, and then what was made or changed since. */
    private void read(Begun begun) throws TargetUnavailable {
        Placed placed = begun.placed;
        Instant since = placed.latest().minus(overlap);
        List<OrderedGoods> read = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            if (pages++ == PAGES_MAX) {
                throw tooMany(begun.collectedTo);
            }
            Page<OrderedGoods> page =
                    placed.isRead() ? centra.touched(since, after) : centra.placed(placed.from(), after);
            read.addAll(page.items());
            after = page.next();
        } while (after != null);
        placed.add(read);
    }

    private static TargetUnavailable tooMany(Instant collectedTo) {
        return new TargetUnavailable("Stock is not told to Centra: more than " + PAGES_MAX * CentraStock.PAGE_MAX
                + " orders were placed or changed there since orders were collected last, up to " + collectedTo
                + ". Find out why the job order-import does not collect them; stock goes on by itself once it has.");
    }
}
