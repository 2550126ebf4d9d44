package centrasage.stock.publish;

import centrasage.centra.ProductSize;
import centrasage.centra.client.CentraStock;
import centrasage.centra.client.CentraStock.Page;
import centrasage.flow.TargetUnavailable;
import centrasage.stock.StockSettings;
import centrasage.stock.level.StockSizes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;

/** Reads which sizes of which products Centra has, when that is old. */
@ApplicationScoped
public class ReadSizes {
    private static final Logger LOG = Logger.getLogger(ReadSizes.class.getName());

    private CentraStock centra;
    private StockSizes sizes;
    private Duration refresh;

    @SuppressWarnings("NullAway.Init")
    ReadSizes() {}

    @Inject
    public ReadSizes(CentraStock centra, StockSizes sizes, StockSettings settings) {
        this.centra = centra;
        this.sizes = sizes;
        this.refresh = settings.sizesRefresh();
    }

    /**
     * What was read before is good enough to go on with while Centra cannot be asked for it.
     *
     * @param goesOn asked before each page
     * @return whether they were read
     * @throws TargetUnavailable when they cannot be, and never were
     */
    public boolean readWhereOld(boolean anyway, BooleanSupplier goesOn) throws TargetUnavailable {
        Instant now = sizes.now();
        Optional<Instant> readAt = sizes.readAt();
        boolean isOld = readAt.filter(read -> read.plus(refresh).isAfter(now)).isEmpty();
        if (!isOld && !anyway) {
            return false;
        }
        try {
            return read(now, goesOn);
        } catch (TargetUnavailable e) {
            if (readAt.isEmpty()) {
                throw e;
            }
            LOG.warning(() -> "Centra's sizes of " + readAt.get() + " are gone on with: " + e.getMessage());
            return false;
        }
    }

    private boolean read(Instant now, BooleanSupplier goesOn) throws TargetUnavailable {
        String after = null;
        do {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            Page<ProductSize> page = centra.sizes(after);
            sizes.seen(page.items(), now);
            after = page.next();
        } while (after != null);
        sizes.allSeen(now);
        return true;
    }
}
