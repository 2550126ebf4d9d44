package centrasage.stock.publish;

import centrasage.centra.client.CentraStock;
import centrasage.centra.client.CentraStock.QuantityType;
import centrasage.centra.client.quota.Pause;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.InForce;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.client.database.DatabaseSettings;
import centrasage.sage200.client.database.WarehouseItems;
import centrasage.sage200.client.read.SiteReader;
import centrasage.simulator.centra.CentraOptions;
import centrasage.stock.StockSettings;
import centrasage.stock.demand.DemandWatch;
import centrasage.stock.demand.Reckoning;
import centrasage.stock.figure.GuardRail;
import centrasage.stock.figure.StalePolicy;
import centrasage.stock.level.Level;
import centrasage.stock.level.RowMarks;
import centrasage.stock.level.StockBook;
import centrasage.stock.level.StockBook.Search;
import centrasage.stock.level.StockLevels;
import centrasage.stock.level.StockSizes;
import centrasage.stock.publish.PublishShelf.Outcome;
import centrasage.stock.publish.PublishShelf.Wish;
import centrasage.stock.shelf.BufferRules;
import centrasage.stock.shelf.Shelf;
import centrasage.stock.shelf.Skus;
import centrasage.stock.velocity.Sold;
import centrasage.sync.demand.Demand;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.store.JpaWorld;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Our side of stock-to-centra without its job: the store, and clients of both systems wherever they are. */
class StockSide {
    static final String COMPANY = "33";
    static final String CENTRA = "Main";
    static final String SAGE = "WEB";
    static final Duration SETTLE = Duration.ofSeconds(20);

    final JpaWorld store = new JpaWorld(StoreContract.SETTLE);
    final Demand demand = store.transactions().bean(Demand.class, store.entities());
    final Reckoning reckoning = store.transactions().bean(Reckoning.class, demand, store.staging());
    final StockLevels levels = store.transactions().bean(StockLevels.class, store.entities(), store.time());
    final StockSizes sizes = store.transactions().bean(StockSizes.class, store.entities(), store.time());
    final RowMarks marks = store.transactions().bean(RowMarks.class, store.entities());
    final StockBook book = store.transactions().bean(StockBook.class, store.entities(), store.time(), store.audit());
    final SageClients sageClients;
    final SiteReader sites;
    final CentraGraphQl graphQl;
    final CentraStock centraStock;
    QuantityType type = QuantityType.PHYSICAL;
    WarehouseItems items =
            new WarehouseItems(new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty()));
    boolean readsDatabase;
    boolean sellsUnconfirmed;
    boolean countsAllOrders;
    boolean zeroesStrays;
    String warehouse = SAGE;
    int buffer;
    int pageSize = 100;
    GuardRail guardRail = new GuardRail(100, 1000, 1000);
    Map<String, String> skus = Map.of();
    List<InForce.Buffer> buffers = List.of();

    final StockSettings settings = new StockSettings() {
        @Override
        public int pageSize() {
            return pageSize;
        }

        @Override
        public QuantityType type() {
            return type;
        }

        @Override
        public boolean sellsUnconfirmed() {
            return sellsUnconfirmed;
        }

        @Override
        public boolean countsAllOrders() {
            return countsAllOrders;
        }

        @Override
        public boolean readsDatabase() {
            return readsDatabase;
        }

        @Override
        public Duration overlap() {
            return Duration.ofMinutes(2);
        }

        @Override
        public Duration skew() {
            return Duration.ZERO;
        }

        @Override
        public Duration ordersOverlap() {
            return Duration.ofMinutes(2);
        }

        @Override
        public Duration sizesRefresh() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration settle() {
            return SETTLE;
        }

        @Override
        public StalePolicy stalePolicy() {
            return new StalePolicy(Duration.ofMinutes(30), 2, Duration.ofHours(4));
        }

        @Override
        public Duration velocityWindow() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration latencyUnmeasured() {
            return Duration.ofMinutes(1);
        }

        @Override
        public boolean zeroesStrays() {
            return zeroesStrays;
        }

        @Override
        public GuardRail guardRail() {
            return guardRail;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }
    };

    final Sold sold = store.transactions().bean(Sold.class, store.entities(), store.time(), settings);

    StockSide(URI sage, URI centra) {
        this(sage, centra, Clock.systemUTC(), length -> Thread.sleep(length.toMillis()));
    }

    /** @param clock of requests to Centra */
    StockSide(URI sage, URI centra, Clock clock, Pause pause) {
        sageClients = new SageClients(sage.toString());
        sites = sageClients.sites();
        graphQl = new CentraGraphQl(
                new CentraSettings(centra, CentraOptions.DEFAULT_TOKEN, Duration.ofSeconds(2), Duration.ofSeconds(2)),
                clock,
                pause);
        centraStock = new CentraStock(graphQl);
        DemandWatch watch = new DemandWatch(demand, reckoning, store.staging(), sold);
        store.observeStaged(watch::staged);
        store.observe(watch::changed, finding -> {}, news -> {});
        store.observeMade(watch::made);
        collected(Instant.now());
    }

    /** Orders were collected up to this moment, by Centra's clock. */
    void collected(Instant upTo) {
        store.staging().stage(OrderName.DOCUMENT, List.of(), store.staging().readingBegins(), OrderName.READ_TO, upTo);
    }

    Shelf shelf() throws TargetUnavailable {
        long there = Objects.requireNonNull(
                sageClients.holdings().warehouses(COMPANY).get(warehouse));
        return new Shelf(COMPANY, CENTRA, 1, warehouse, there, buffer);
    }

    private BufferRules rules() {
        return new BufferRules(buffers, buffer);
    }

    Outcome publish() throws TargetUnavailable {
        return publish(false);
    }

    Outcome publish(boolean all) throws TargetUnavailable {
        return run().publish(wish(all), promises().begin().orElseThrow()).orElseThrow();
    }

    /** Somebody else has taken the warehouse. */
    Optional<Outcome> publishWithoutLease() throws TargetUnavailable {
        Wish wish = new Wish(shelf(), new Skus(skus), rules(), true, false, () -> false, () -> false);
        return run().publish(wish, promises().begin().orElseThrow());
    }

    /** As the job does when Sage could not be read. */
    OptionalInt publishOld() throws TargetUnavailable {
        return run().publishOld(wish(false), promises().begin().orElseThrow());
    }

    private Wish wish(boolean all) throws TargetUnavailable {
        return new Wish(shelf(), new Skus(skus), rules(), true, all, () -> false, () -> true);
    }

    Promises promises() {
        return new Promises(store.staging(), reckoning, demand, centraStock, settings);
    }

    PublishShelf run() {
        Counterparts counterparts = new Counterparts(centraStock, sizes);
        return new PublishShelf(
                new ReadHoldings(
                        sageClients.holdings(), new ReadVersions(items, levels, marks), sites, levels, settings),
                sageClients.openLines(),
                promises(),
                centraStock,
                new ReadSizes(centraStock, sizes, settings),
                new ReadBuffers(sageClients.productGroups(), sold, book, settings),
                counterparts,
                new Guard(levels, counterparts, settings),
                levels,
                new TellCentra(centraStock, levels, settings, Clock.systemUTC()),
                new Strays(sizes, counterparts, centraStock, settings),
                settings);
    }

    Level level(String sku) {
        return book.levels(new Search(sku, null, 0, 2)).get(0);
    }
}
