package centrasage.dispatch;

import centrasage.flow.OrdersFrom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** What the operator decided that concerns despatches, read from the configuration once. */
@ApplicationScoped
public class DispatchSettings {
    private OrdersFrom from;
    private ZoneId zone;
    private Duration overlap;
    private Duration skew;
    private boolean invoices;

    @SuppressWarnings("NullAway.Init")
    protected DispatchSettings() {}

    @Inject
    DispatchSettings(Config config) {
        this.from = OrdersFrom.parse(
                config.getOptionalValue("orders.from", String.class).orElse(""));
        this.zone = ZoneId.of(config.getValue("schedule.time-zone", String.class));
        this.overlap = config.getValue("centra.overlap", Duration.class);
        this.invoices = config.getValue("orders.post-as", String.class).equals("sales-invoice");
        this.skew = config.getValue("sage200.clock-skew", Duration.class);
    }

    /** The cut-over: despatches of earlier orders are known and never posted. */
    public OrdersFrom from() {
        return from;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Whether orders are not posted themselves, and each shipment is invoiced: {@code orders.post-as}. */
    public boolean invoicesShipments() {
        return invoices;
    }

    /** How far before the watermark reading begins, so that a late-committed change is not missed. */
    public Duration overlap() {
        return overlap;
    }

    /** As {@link #overlap}, for what is read of Sage 200, whose clock may be off besides. */
    public Duration overlapOfSage() {
        return overlap.plus(skew);
    }

    /** Where the very first run begins to read: no order of ours was shipped before the cut-over's day. */
    public Instant firstMoment() {
        return Optional.ofNullable(from.date())
                .map(date -> date.atStartOfDay(zone).toInstant())
                .orElse(Instant.EPOCH);
    }
}
