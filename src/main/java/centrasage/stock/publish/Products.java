package centrasage.stock.publish;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.StockLevel;
import centrasage.sage200.client.read.SiteReader;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.StockLevels.Reading;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.shelf.Skus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Codes of products for one reading. Sage is asked for those of holdings that were never read before, and for all of them where
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
    private boolean isRead;
    private boolean isAnew;

    Products(SiteReader sites, StockLevels levels, Shelf shelf, Skus skus, boolean all) {
        this.sites = sites;
        this.levels = levels;
        this.shelf = shelf;
        this.skus = skus;
        this.all = all;
    }

    List<Reading> readings(List<StockLevel> page) throws TargetUnavailable {
        find(page);
        return page.stream()
                .map(level -> {
                    String product = codes.getOrDefault(level.productId(), UNLISTED + level.productId());
                    return new Reading(level, product, skus.of(product));
                })
                .toList();
    }

    private void find(List<StockLevel> page) throws TargetUnavailable {
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
}
