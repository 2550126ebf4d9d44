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
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads what Sage 200 touched in a warehouse since the last change that is known, or all of it. */
@ApplicationScoped
public class ReadHoldings {
    private static final Logger LOG = Logger.getLogger(ReadHoldings.class.getName());

    private SageHoldings sage;
    private SiteReader sites;
    private StockLevels levels;
    private Duration overlap;

    @SuppressWarnings("NullAway.Init")
    ReadHoldings() {}

    @Inject
    public ReadHoldings(SageHoldings sage, SiteReader sites, StockLevels levels, StockSettings settings) {
        this.sage = sage;
        this.sites = sites;
        this.levels = levels;
        this.overlap = settings.overlap();
    }

    /** How many rows were read, and how many of them said something new. */
    public record Counts(long read, long news) {}

    /** @param all whether all of the warehouse is read, also where nothing says that it was touched */
    public Counts read(Shelf shelf, Skus skus, boolean all) throws TargetUnavailable {
        Instant since = all
                ? null
                : levels.newest(shelf).map(newest -> newest.minus(overlap)).orElse(null);
        Products products = new Products(sites.read(shelf.company()));
        long read = 0;
        long news = 0;
        boolean isLast = false;
        while (!isLast) {
            Instant readAt = levels.readingBegins();
            SageHoldings.Page page = sage.page(shelf.company(), shelf.sageId(), since, Math.toIntExact(read));
            page.unreadable()
                    .forEach((id, why) -> LOG.warning(
                            () -> "holding " + id + " of Sage 200 company " + shelf.company() + ": " + why));
            news += levels.read(shelf, readings(page.levels(), products, skus, shelf), readAt);
            read += page.read();
            isLast = page.isLast();
        }
        return new Counts(read, news);
    }

    private List<Reading> readings(List<StockLevel> page, Products products, Skus skus, Shelf shelf)
            throws TargetUnavailable {
        boolean unknown =
                page.stream().anyMatch(level -> products.code(level.productId()).isEmpty());
        if (unknown && !products.anew) {
            products.take(sites.readAnew(shelf.company()));
        }
        return page.stream()
                .map(level -> {
                    String product = products.code(level.productId()).orElse("id " + level.productId());
                    return new Reading(level, product, skus.of(product));
                })
                .toList();
    }

    /** Codes of products by their ids; those that are new to us are asked for once in a run. */
    private static final class Products {
        private Map<Long, String> codes = new HashMap<>();
        private boolean anew;

        Products(Site site) {
            fill(site);
        }

        private void fill(Site site) {
            site.products().forEach((code, id) -> codes.put(id, code));
        }

        void take(Site site) {
            anew = true;
            fill(site);
        }

        Optional<String> code(long id) {
            @Nullable String code = codes.get(id);
            return Optional.ofNullable(code);
        }
    }
}
