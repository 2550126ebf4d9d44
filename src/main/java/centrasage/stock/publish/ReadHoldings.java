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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Reads what Sage 200 touched in a warehouse since the last change that is known, or all of it: from its own database where {@code
 * stock.source} says so, and through its API otherwise, and while that database cannot be read.
 */
@ApplicationScoped
public class ReadHoldings {
    private static final int PART = 1000;

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
     * @param isWhole whether all holdings of the warehouse were among them
     * @param unread why Sage's database was not read although it should be; empty otherwise
     */
    public record Counts(long read, long news, boolean isWhole, Optional<String> unread) {
        Counts(long read, long news, boolean isWhole) {
            this(read, news, isWhole, Optional.empty());
        }
    }

    /**
     * @param all whether all of the warehouse is read, also where nothing says that it was touched
     * @param goesOn asked before each page
     * @return empty where it did not go on to the end
     */
    public Optional<Counts> read(Shelf shelf, Skus skus, boolean all, BooleanSupplier goesOn) throws TargetUnavailable {
        boolean anew = all || levels.isReadOfAnother(shelf);
        Products products = new Products(sites, levels, shelf, skus, anew);
        Instant begun = levels.readingBegins();
        Optional<Counts> counts =
                readsDatabase ? fromDatabase(shelf, products, anew, goesOn) : fromApi(shelf, products, anew, goesOn);
        if (counts.isPresent()) {
            if (counts.get().isWhole()) {
                forgetOthers(shelf, products.seen());
            }
            levels.readTo(shelf, begun);
        }
        return counts;
    }

    /** Sage has no other holdings in this warehouse than these. */
    private void forgetOthers(Shelf shelf, Set<Long> seen) {
        List<Long> others = levels.ofOthers(shelf, seen);
        for (int from = 0; from < others.size(); from += PART) {
            levels.gone(shelf, Set.copyOf(others.subList(from, Math.min(others.size(), from + PART))));
        }
    }

    /** Either way says the same, and what either has read last is known to both. */
    private Optional<Counts> fromDatabase(Shelf shelf, Products products, boolean all, BooleanSupplier goesOn)
            throws TargetUnavailable {
        try {
            return versions.read(shelf, products, all, goesOn);
        } catch (TargetUnavailable e) {
            String why = String.valueOf(e.getMessage());
            return fromApi(shelf, products, all, goesOn)
                    .map(counts -> new Counts(counts.read(), counts.news(), counts.isWhole(), Optional.of(why)));
        }
    }

    private Optional<Counts> fromApi(Shelf shelf, Products products, boolean all, BooleanSupplier goesOn)
            throws TargetUnavailable {
        Instant since = all ? null : levels.readFrom(shelf, early).orElse(null);
        long read = 0;
        long news = 0;
        long after = 0;
        boolean isLast = false;
        while (!isLast) {
            if (!goesOn.getAsBoolean()) {
                return Optional.empty();
            }
            Instant readAt = levels.readingBegins();
            SageHoldings.Page page = sage.page(shelf.company(), shelf.sageId(), since, after);
            news += products.keep(page.levels(), page.unreadable(), readAt);
            read += page.read();
            after = page.lastId();
            isLast = page.isLast();
        }
        return Optional.of(new Counts(read, news, since == null));
    }
}
