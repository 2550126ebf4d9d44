package centrasage.stock.publish;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.StockLevel;
import centrasage.sage200.UnreadableHolding;
import centrasage.sage200.client.read.SiteReader;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.StockLevels.Reading;
import centrasage.stock.level.StockLevels.Unread;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.shelf.Skus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one reading of a warehouse finds, by the codes of its products. Sage is asked for those of holdings that were never read before, and for all of them where
 * everything is read: a product may have another code by then.
 */
final class Products {
    /** How a product is called that Sage does not list. */
    static final String UNLISTED = "id ";

    private final SiteReader sites;
    private final StockLevels levels;
    private final Shelf shelf;
    private final Skus skus;
    private final boolean all;
    private final Map<Long, String> codes = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private boolean isRead;
    private boolean isAnew;

    Products(SiteReader sites, StockLevels levels, Shelf shelf, Skus skus, boolean all) {
        this.sites = sites;
        this.levels = levels;
        this.shelf = shelf;
        this.skus = skus;
        this.all = all;
    }

    /**
     * Keeps a page as it was read.
     *
     * @param readAt before it was asked for
     * @return how many say something else than before
     */
    int keep(List<StockLevel> page, List<UnreadableHolding> unreadable, Instant readAt) throws TargetUnavailable {
        Map<Long, Long> wanted = new HashMap<>();
        page.forEach(level -> wanted.put(level.id(), level.productId()));
        unreadable.stream()
                .filter(each -> each.productId() != null)
                .forEach(each -> wanted.put(each.id(), each.productId()));
        page.forEach(level -> seen.add(level.id()));
        unreadable.forEach(each -> seen.add(each.id()));
        find(wanted);
        levels.unread(shelf, unreadable.stream().map(this::unread).toList(), readAt);
        return levels.read(shelf, page.stream().map(this::reading).toList(), readAt);
    }

    /** The holdings that were kept. */
    Set<Long> seen() {
        return seen;
    }

    private Reading reading(StockLevel level) {
        String product = code(level.productId());
        return new Reading(level, product, skus.of(product));
    }

    private Unread unread(UnreadableHolding holding) {
        String product = code(holding.productId());
        return new Unread(
                holding.id(),
                product,
                skus.of(product),
                "Sage 200's stock of " + product + " cannot be read (holding " + holding.id() + "): " + holding.why());
    }

    /** @param wanted ids of products by those of holdings */
    private void find(Map<Long, Long> wanted) throws TargetUnavailable {
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

    private String code(@Nullable Long product) {
        return product == null ? UNLISTED + "unknown" : codes.getOrDefault(product, UNLISTED + product);
    }

    private void take(Site site) {
        site.products().forEach((code, id) -> codes.put(id, code));
    }
}
