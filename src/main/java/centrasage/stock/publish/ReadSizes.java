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

/** Reads which sizes of which products Centra has, when that is old. */
@ApplicationScoped
public class ReadSizes {
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

    /** @return whether they were read */
    public boolean readWhereOld(boolean anyway) throws TargetUnavailable {
        Instant now = sizes.now();
        boolean isOld =
                sizes.readAt().filter(read -> read.plus(refresh).isAfter(now)).isEmpty();
        if (!isOld && !anyway) {
            return false;
        }
        String after = null;
        do {
            Page<ProductSize> page = centra.sizes(after);
            sizes.seen(page.items(), now);
            after = page.next();
        } while (after != null);
        sizes.allSeen(now);
        return true;
    }
}
