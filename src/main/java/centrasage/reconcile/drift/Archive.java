package centrasage.reconcile.drift;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SiteReader;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Up to which day a company's orders are in Sage's archive, where no read sees them. Asked once, and only after an order was not
 * found: an archive that was made meanwhile would have to be older than what was seen.
 */
final class Archive {
    private final SiteReader sites;
    private final String company;
    private @Nullable Optional<LocalDate> upTo;

    /** Of orders that were read back already. */
    Archive(SiteReader sites, String company) {
        this.sites = sites;
        this.company = company;
    }

    /** The day up to which Sage has archived, where an order of this day is among them. */
    Optional<LocalDate> with(LocalDate day) throws TargetUnavailable {
        Optional<LocalDate> known = upTo;
        if (known == null) {
            known = sites.ordersArchivedUpToNow(company);
            upTo = known;
        }
        return known.filter(last -> !day.isAfter(last));
    }
}
