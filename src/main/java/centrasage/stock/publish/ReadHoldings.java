package centrasage.stock.publish;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SageHoldings;
import centrasage.sage200.client.read.SiteReader;
import centrasage.stock.StockSettings;
import centrasage.stock.level.StockLevels;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.shelf.Skus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what Sage 200 touched in a warehouse since the last change that is known, or all of it: from its own database where {@code
 * stock.source} says so, and through its API otherwise, and while that database cannot be read.
 */
@ApplicationScoped
public class ReadHoldings {
    private SageHoldings sage;
    private ReadVersions versions;
    private SiteReader sites;
    private StockLevels levels;
    private boolean readsDatabase;
    private Duration early;

    @SuppressWarnings("NullAway.Init")
    ReadHoldings() {}

    @Inject
    public ReadHoldings(
            SageHoldings sage, ReadVersions versions, SiteReader sites, StockLevels levels, StockSettings settings) {
        this.sage = sage;
        this.versions = versions;
        this.sites = sites;
        this.levels = levels;
        this.readsDatabase = settings.readsDatabase();
        this.early = settings.overlap().plus(settings.skew());
    }

    /**
     * How many rows were read, and how many of them said something new.
     *
     * @param unread why Sage's database was not read although it should be; empty otherwise
     */
    public record Counts(long read, long news, Optional<String> unread) {
        Counts(long read, long news) {
            this(read, news, Optional.empty());
        }
    }

    /** @param all whether all of the warehouse is read, also where nothing says that it was touched */
    public Counts read(Shelf shelf, Skus skus, boolean all) throws TargetUnavailable {
        Products products = new Products(sites, levels, shelf, skus, all);
        Instant begun = levels.readingBegins();
        Counts counts = readsDatabase ? fromDatabase(shelf, products, all) : fromApi(shelf, products, all);
        levels.readTo(shelf, begun);
        return counts;
    }

    /** Either way says the same, and what either has read last is known to both. */
    private Counts fromDatabase(Shelf shelf, Products products, boolean all) throws TargetUnavailable {
        try {
            return versions.read(shelf, products, all);
        } catch (TargetUnavailable e) {
            Counts counts = fromApi(shelf, products, all);
            return new Counts(counts.read(), counts.news(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Counts fromApi(Shelf shelf, Products products, boolean all) throws TargetUnavailable {
        Instant since = all ? null : levels.readFrom(shelf, early).orElse(null);
        long read = 0;
        long news = 0;
        boolean isLast = false;
        while (!isLast) {
            Instant readAt = levels.readingBegins();
            SageHoldings.Page page = sage.page(shelf.company(), shelf.sageId(), since, Math.toIntExact(read));
            news += products.keep(page.levels(), page.unreadable(), readAt);
            read += page.read();
            isLast = page.isLast();
        }
        return new Counts(read, news);
    }
}
