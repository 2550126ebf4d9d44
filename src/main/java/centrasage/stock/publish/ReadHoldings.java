package centrasage.stock.publish;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.StockLevel;
import centrasage.sage200.client.read.SageHoldings;
import centrasage.sage200.client.read.SageHoldings.Unreadable;
import centrasage.sage200.client.read.SiteReader;
import centrasage.stock.StockSettings;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.StockLevels.Reading;
import centrasage.stock.level.StockLevels.Unread;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.shelf.Skus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what Sage 200 touched in a warehouse since the last change that is known, or all of it. */
@ApplicationScoped
public class ReadHoldings {
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
            products.find(productsByHolding(page));
            levels.unread(shelf, unread(page.unreadable(), products, skus), readAt);
            news += levels.read(shelf, readings(page.levels(), products, skus), readAt);
            read += page.read();
            isLast = page.isLast();
        }
        levels.readTo(shelf, begun);
        return new Counts(read, news);
    }

    private static Map<Long, Long> productsByHolding(SageHoldings.Page page) {
        Map<Long, Long> products = new HashMap<>();
        page.levels().forEach(level -> products.put(level.id(), level.productId()));
        page.unreadable().stream()
                .filter(each -> each.productId() != null)
                .forEach(each -> products.put(each.id(), each.productId()));
        return products;
    }

    private static List<Reading> readings(List<StockLevel> page, Products products, Skus skus) {
        return page.stream()
                .map(level -> {
                    String product = products.code(level.productId());
                    return new Reading(level, product, skus.of(product));
                })
                .toList();
    }

    private static List<Unread> unread(List<Unreadable> page, Products products, Skus skus) {
        return page.stream()
                .map(each -> {
                    String product = products.code(each.productId());
                    return new Unread(
                            each.id(),
                            product,
                            skus.of(product),
                            "Sage 200's stock of " + product + " cannot be read (holding " + each.id() + "): "
                                    + each.why());
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

        /** @param wanted ids of products by those of holdings */
        void find(Map<Long, Long> wanted) throws TargetUnavailable {
            if (!all) {
                takeKnown(wanted);
            }
            if (!isRead && lacksAny(wanted)) {
                isRead = true;
                take(sites.read(shelf.company()));
            }
            if (!isAnew && lacksAny(wanted)) {
                isAnew = true;
                take(sites.readAnew(shelf.company()));
            }
        }

        private void takeKnown(Map<Long, Long> wanted) {
            Map<Long, String> known = levels.products(shelf, List.copyOf(wanted.keySet()));
            wanted.forEach((holding, product) -> {
                String code = known.get(holding);
                if (code != null && !code.startsWith(UNLISTED)) {
                    codes.put(product, code);
                }
            });
        }

        private boolean lacksAny(Map<Long, Long> wanted) {
            return !codes.keySet().containsAll(wanted.values());
        }

        private void take(Site site) {
            site.products().forEach((code, id) -> codes.put(id, code));
        }

        String code(@Nullable Long product) {
            return product == null ? UNLISTED + "unknown" : codes.getOrDefault(product, UNLISTED + product);
        }
    }
}
