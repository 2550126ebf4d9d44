package centrasage.stock;

import centrasage.centra.client.CentraStock.QuantityType;
import centrasage.stock.figure.GuardRail;
import centrasage.stock.figure.StalePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/** What the operator decided about stock, read from the configuration once. */
@ApplicationScoped
public class StockSettings {
    /** A request may be carried out as long after it was given up as it may take. */
    private static final int SETTLE_BY_TIMEOUT = 2;

    private int pageSize;
    private QuantityType type;
    private boolean sellsUnconfirmed;
    private boolean countsAllOrders;
    private Duration overlap;
    private Duration skew;
    private Duration ordersOverlap;
    private Duration sizesRefresh;
    private Duration settle;
    private GuardRail guardRail;
    private StalePolicy stalePolicy;
    private ZoneId zone;
    private boolean writesNothing;
    private boolean readsDatabase;
    private boolean zeroesStrays;
    private Duration velocityWindow;
    private Duration latencyUnmeasured;

    /** For the container and for tests. */
    @SuppressWarnings("NullAway.Init")
    protected StockSettings() {}

    @Inject
    public StockSettings(Config config) {
        this.pageSize = config.getValue("stock.page-size", Integer.class);
        this.type = config.getValue("stock.quantity-type", String.class).equals("physical")
                ? QuantityType.PHYSICAL
                : QuantityType.FREE_TO_ALLOCATE;
        this.sellsUnconfirmed =
                config.getValue("stock.unconfirmed", String.class).equals("sell");
        this.countsAllOrders =
                config.getValue("stock.open-orders", String.class).equals("all");
        this.overlap = config.getValue("stock.overlap", Duration.class);
        this.skew = config.getValue("sage200.clock-skew", Duration.class);
        this.ordersOverlap = config.getValue("stock.orders-overlap", Duration.class);
        this.sizesRefresh = config.getValue("stock.sizes-refresh", Duration.class);
        this.settle = config.getValue("centra.connect-timeout", Duration.class)
                .plus(config.getValue("centra.read-timeout", Duration.class))
                .multipliedBy(SETTLE_BY_TIMEOUT);
        this.guardRail = new GuardRail(
                config.getValue("stock.guard-percent", Integer.class),
                config.getValue("stock.guard-zero", Integer.class),
                config.getValue("stock.guard-least", Integer.class));
        this.stalePolicy = new StalePolicy(
                config.getValue("stock.stale-after", Duration.class),
                config.getValue("stock.stale-buffer", Integer.class),
                config.getValue("stock.stale-stop", Duration.class));
        this.zone = ZoneId.of(config.getValue("schedule.time-zone", String.class));
        this.writesNothing = config.getValue("posting.mode", String.class).equals("preview");
        this.readsDatabase = config.getValue("stock.source", String.class).equals("database");
        this.zeroesStrays =
                config.getValue("stock.only-in-centra", String.class).equals("zero");
        this.velocityWindow = config.getValue("stock.velocity-window", Duration.class);
        this.latencyUnmeasured = config.getValue("stock.latency-unmeasured", Duration.class);
    }

    /** Whether Sage's stock is read from its own database ({@code stock.source = database}), not through its API. */
    public boolean readsDatabase() {
        return readsDatabase;
    }

    /** How many SKUs one request to Centra sets. */
    public int pageSize() {
        return pageSize;
    }

    public QuantityType type() {
        return type;
    }

    /** Whether stock that nobody in Sage has confirmed may be sold. */
    public boolean sellsUnconfirmed() {
        return sellsUnconfirmed;
    }

    /** Whether orders in Sage that are none of Centra's take off stock as well before they are allocated. */
    public boolean countsAllOrders() {
        return countsAllOrders;
    }

    /** How far before the last reading Sage is read again: what it stamps early may be committed late. */
    public Duration overlap() {
        return overlap;
    }

    /** How far Sage's clock may be from the database's. */
    public Duration skew() {
        return skew;
    }

    /** The same as {@link #overlap} for orders that were made in Centra. */
    public Duration ordersOverlap() {
        return ordersOverlap;
    }

    /** How old the list of Centra's product sizes may be. */
    public Duration sizesRefresh() {
        return sizesRefresh;
    }

    /** How long after it was sent a request to Centra may still be carried out. */
    public Duration settle() {
        return settle;
    }

    /** Whether what Centra sells of SKUs without stock in Sage is set to 0. */
    public boolean zeroesStrays() {
        return zeroesStrays;
    }

    public GuardRail guardRail() {
        return guardRail;
    }

    public StalePolicy stalePolicy() {
        return stalePolicy;
    }

    /** How long is looked back for how fast a SKU sells. */
    public Duration velocityWindow() {
        return velocityWindow;
    }

    /** How long a change of Sage's stock is taken to need until Centra has it, while too few were measured. */
    public Duration latencyUnmeasured() {
        return latencyUnmeasured;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether nothing is written to Centra ({@code posting.mode = preview}). */
    public boolean writesNothing() {
        return writesNothing;
    }
}
