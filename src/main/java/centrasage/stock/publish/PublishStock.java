package centrasage.stock.publish;

import centrasage.centra.client.CentraStock;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.FeedHeard;
import centrasage.mapping.InForce;
import centrasage.mapping.Mapped;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import centrasage.sage200.client.read.SageHoldings;
import centrasage.stock.StockSettings;
import centrasage.stock.level.ShelfName;
import centrasage.stock.level.StockLevels;
import centrasage.stock.publish.Promises.Begun;
import centrasage.stock.publish.PublishShelf.Outcome;
import centrasage.stock.publish.PublishShelf.Wish;
import centrasage.stock.shelf.BufferRules;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.shelf.Shelves;
import centrasage.stock.shelf.Skus;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.Node;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The step of {@code stock-to-centra} and {@code stock-compare}: each warehouse that sells its stock in Centra, one after another, each
 * by whoever holds its lease. One that cannot be read or told keeps no other from it.
 */
@Named
@Dependent
public class PublishStock extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(PublishStock.class.getName());
    private static final String LEASE = "stock/";
    private static final Duration BEYOND_SETTLE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final MappingVersions versions;
    private final SageHoldings holdings;
    private final CentraStock centra;
    private final Promises promises;
    private final PublishShelf publish;
    private final StockLevels levels;
    private final StockAlarms alarms;
    private final Event<FeedHeard> feeds;
    private final Store store;
    private final StockSettings settings;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final Node node;
    private @Nullable TargetUnavailable failure;
    private volatile boolean stopped;

    @Inject
    @BatchProperty(name = "all")
    private String all = "false";

    @Inject
    PublishStock(
            MappingVersions versions,
            SageHoldings holdings,
            CentraStock centra,
            Promises promises,
            PublishShelf publish,
            StockLevels levels,
            StockAlarms alarms,
            Event<FeedHeard> feeds,
            Store store,
            StockSettings settings,
            RunCounts counts,
            JobContext context,
            Node node,
            Clock clock) {
        this.versions = versions;
        this.holdings = holdings;
        this.centra = centra;
        this.promises = promises;
        this.publish = publish;
        this.levels = levels;
        this.alarms = alarms;
        this.feeds = feeds;
        this.store = store;
        this.settings = settings;
        this.counts = counts;
        this.context = context;
        this.node = node;
        this.clock = clock;
    }

    /** @throws TargetUnavailable when a warehouse could not be read or told: what is due stays so, and the next run goes on */
    @Override
    public String process() throws TargetUnavailable, MappingFaults {
        Mappings mappings = Failing.telling(context, () -> versions.current().mappings());
        Failing.doing(context, () -> publishAll(mappings));
        return stopped ? "STOPPED" : "COMPLETED";
    }

    private void publishAll(Mappings mappings) throws TargetUnavailable {
        if (settings.writesNothing()) {
            return;
        }
        InForce today = mappings.on(LocalDate.ofInstant(clock.instant(), settings.zone()));
        List<String> companies = mappings.companies().stream()
                .filter(company -> !today.shelves(company).isEmpty())
                .toList();
        Map<String, Long> warehouses = companies.isEmpty() ? Map.of() : centra.warehouses();
        Map<String, Shelves> shelves = new TreeMap<>();
        companies.forEach(company -> shelves.put(company, new Shelves(company, today, warehouses)));
        forgetOthers(mappings.companies(), shelves);
        shelves.forEach((company, own) -> publish(company, today, own, others(company, shelves)));
        if (failure != null) {
            throw failure;
        }
    }

    /** What is not sold any more. */
    private void forgetOthers(Collection<String> companies, Map<String, Shelves> sold) {
        for (ShelfName shelf : levels.shelves()) {
            Shelves ofCompany = sold.get(shelf.company());
            String lease = LEASE + shelf.company() + "/" + shelf.centraWarehouse();
            boolean isSold = ofCompany != null && ofCompany.names().contains(shelf.centraWarehouse());
            if (!isSold && store.lease(lease, holder(), settings.settle())) {
                levels.forget(shelf);
                alarms.over(shelf);
                store.endLease(lease, holder());
            }
        }
        companies.stream()
                .filter(company -> !sold.containsKey(company))
                .forEach(company -> alarms.ofCompany(company, List.of()));
    }

    private static Set<String> others(String company, Map<String, Shelves> shelves) {
        return shelves.entrySet().stream()
                .filter(other -> !other.getKey().equals(company))
                .flatMap(other -> other.getValue().names().stream())
                .collect(Collectors.toSet());
    }

    private void publish(String company, InForce today, Shelves shelves, Set<String> ofOthers) {
        Skus skus = new Skus(today.products(company));
        List<Shelf> sold;
        try {
            sold = shelves.of(holdings.warehouses(company), ofOthers);
            alarms.ofCompany(company, shelves.faults());
            count("warehouses not published", shelves.faults().size());
        } catch (TargetUnavailable e) {
            failed(company, e);
            sold = shelves.unread(ofOthers);
        }
        for (Shelf shelf : sold) {
            BufferRules rules = new BufferRules(today.buffers(company, shelf.centraWarehouse()), shelf.buffer());
            try {
                publish(shelf, skus, rules, takesOrders(today.warehouse(company), shelf));
            } catch (TargetUnavailable e) {
                failed(shelf.name(), e);
            } catch (RuntimeException e) {
                alarms.ofFailure(shelf, e);
                failed(
                        shelf.name(),
                        new TargetUnavailable("The stock of " + shelf.name() + " was not published: " + e, e));
            }
        }
    }

    /** Where nobody can tell from which warehouse an order takes its goods, it takes them from each: rather too little is sold. */
    private static boolean takesOrders(Mapped<InForce.Warehouse> ofOrders, Shelf shelf) {
        return !(ofOrders instanceof Mapped.Found<InForce.Warehouse> found)
                || found.value().name().equalsIgnoreCase(shelf.sageWarehouse());
    }

    private void failed(String what, TargetUnavailable why) {
        LOG.log(Level.WARNING, why, () -> "the stock of " + what + " is not published");
        failure = why;
    }

    private void publish(Shelf shelf, Skus skus, BufferRules rules, boolean takesOrders) throws TargetUnavailable {
        Duration length = settings.settle().plus(BEYOND_SETTLE);
        String lease = LEASE + shelf.name();
        if (!leased(lease, length)) {
            count("busy elsewhere", stopped ? 0 : 1);
            return;
        }
        try {
            Optional<Begun> begun = promises.begin();
            if (begun.isEmpty()) {
                count("waits for orders", 1);
                return;
            }
            publish(
                    new Wish(
                            shelf,
                            skus,
                            rules,
                            takesOrders,
                            isAll(),
                            () -> stopped,
                            () -> store.lease(lease, holder(), length)),
                    begun.get());
        } finally {
            store.endLease(lease, holder());
        }
    }

    private void publish(Wish wish, Begun begun) throws TargetUnavailable {
        if (!wish.shelf().isRead()) {
            publishOld(wish, begun);
            return;
        }
        try {
            Optional<Outcome> outcome = publish.publish(wish, begun);
            if (outcome.isPresent()) {
                concluded(wish.shelf(), outcome.get());
            } else {
                count("busy elsewhere", stopped ? 0 : 1);
            }
        } catch (TargetUnavailable e) {
            publishOld(wish, begun);
            throw e;
        }
    }

    private void concluded(Shelf shelf, Outcome outcome) {
        alarms.ofRun(shelf, outcome.held(), outcome.unread());
        if (isAll()) {
            alarms.ofStrays(shelf, outcome.stray());
        }
        count(outcome);
    }

    private void publishOld(Wish wish, Begun begun) throws TargetUnavailable {
        publish.publishOld(wish, begun).ifPresent(kept -> alarms.ofOldStock(wish.shelf(), kept));
    }

    /** The run that compares everything waits for the one that is quick, which leaves what is busy to its next run. */
    private boolean leased(String lease, Duration length) throws TargetUnavailable {
        Instant until = clock.instant().plus(isAll() ? length : Duration.ZERO);
        boolean leased = !stopped && store.lease(lease, holder(), length);
        while (!leased && !stopped && clock.instant().isBefore(until)) {
            pause();
            leased = store.lease(lease, holder(), length);
        }
        return leased;
    }

    /** Of this run alone; and of this process, so that its next start gives back what it held. */
    private String holder() {
        return node.holder("stock#" + context.getExecutionId());
    }

    private static void pause() throws TargetUnavailable {
        try {
            Thread.sleep(AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailable(
                    "Waiting for the other run was interrupted because the application is stopping.", e);
        }
    }

    private boolean isAll() {
        return all.equals("true");
    }

    private void count(Outcome outcome) {
        count("read", outcome.read());
        count("changed", outcome.news());
        count("told", outcome.told());
        if (outcome.told() > 0) {
            feeds.fire(new FeedHeard(FeedHeard.STOCK, (int) Math.min(outcome.told(), Integer.MAX_VALUE)));
        }
        count("right already", outcome.right());
        count("unmatched", outcome.unmatched());
        count("only in Centra", outcome.stray().skus());
        outcome.held().ifPresent(why -> count("held", 1));
    }

    private void count(String what, long many) {
        if (many > 0) {
            counts.add(context.getExecutionId(), Map.of(what, many));
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
