package centrasage.stock.publish;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.StockLevel;
import centrasage.sage200.client.read.SageHoldings;
import centrasage.sage200.client.read.SiteReader;
import centrasage.stock.StockSettings;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.StockLevels.Reading;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.shelf.Skus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/** Reads what Sage 200 touched in a warehouse since the last change that is known, or all of it. */
@ApplicationScoped
public class ReadHoldings {
    private static final Logger LOG = Logger.getLogger(ReadHoldings.class.getName());

    /** How a product is called that Sage does not list. */
    static final String UNLISTED = "id ";

    private SageHoldings sage;
    private SiteReader sites;
    private StockLevels levels;
    private Duration early;

    @SuppressWarnings("NullAway.Init")
    ReadHoldings() {}

    @Inject
    public ReadHoldings(SageHoldings sage, SiteReader sites, StockLevels levels, StockSettings settings) {
        this.sage = sage;
        this.sites = sites;
        this.levels = levels;
        this.early = settings.overlap().plus(settings.skew());
    }

    /** How many rows were read, and how many of them said something new. */
    public record Counts(long read, long news) {}

    /** @param all whether all of the warehouse is read, also where nothing says that it was touched */
    public Counts read(Shelf shelf, Skus skus, boolean all) throws TargetUnavailable {
        Instant begun = levels.readingBegins();
        Instant since = all ? null : levels.readFrom(shelf, early).orElse(null);
        Products products = new Products(shelf, all);
        long read = 0;
        long news = 0;
        boolean isLast = false;
        while (!isLast) {
            Instant readAt = levels.readingBegins();
            SageHoldings.Page page = sage.page(shelf.company(), shelf.sageId(), since, Math.toIntExact(read));
            page.unreadable()
                    .forEach((id, why) -> LOG.warning(
                            () -> "holding " + id + " of Sage 200 company " + shelf.company() + ": " + why));
            news += levels.read(shelf, readings(page.levels(), products, skus), readAt);
            read += page.read();
            isLast = page.isLast();
        }
        levels.readTo(shelf, begun);
        return new Counts(read, news);
    }

    private List<Reading> readings(List<StockLevel> page, Products products, Skus skus) throws TargetUnavailable {
        products.find(page);
        return page.stream()
                .map(level -> {
                    String product = products.code(level);
                    return new Reading(level, product, skus.of(product));
                })
                .toList();
    }

    /**
     * Codes of products. Sage is asked for those of holdings that were never read before, and for all of them where everything is read: a
     * product may have another code by then.
     */
    private final class Products {
        private final Shelf shelf;
        private final boolean all;
        private final Map<Long, String> codes = new HashMap<>();
        private boolean isRead;
        private boolean isAnew;

        Products(Shelf shelf, boolean all) {
            this.shelf = shelf;
            this.all = all;
        }

        void find(List<StockLevel> page) throws TargetUnavailable {
            if (!all) {
                takeKnown(page);
            }
            if (!isRead && lacksAny(page)) {
                isRead = true;
                take(sites.read(shelf.company()));
            }
            if (!isAnew && lacksAny(page)) {
                isAnew = true;
                take(sites.readAnew(shelf.company()));
            }
        }

        private void takeKnown(List<StockLevel> page) {
            Map<Long, String> known =
                    levels.products(shelf, page.stream().map(StockLevel::id).toList());
            for (StockLevel level : page) {
                String code = known.get(level.id());
                if (code != null && !code.startsWith(UNLISTED)) {
                    codes.put(level.productId(), code);
                }
            }
        }

        private boolean lacksAny(List<StockLevel> page) {
            return page.stream().anyMatch(level -> !codes.containsKey(level.productId()));
        }

        private void take(Site site) {
            site.products().forEach((code, id) -> codes.put(id, code));
        }

        String code(StockLevel level) {
            return codes.getOrDefault(level.productId(), UNLISTED + level.productId());
        }
    }
}
