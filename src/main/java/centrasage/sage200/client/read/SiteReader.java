package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.client.wire.SageSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** What a Sage company holds, read whole and kept for a short time ({@code sage200.lookups-refresh}). */
@ApplicationScoped
public class SiteReader {
    private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();
    private SageReads reads;
    private Duration refreshAfter;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    SiteReader() {}

    @Inject
    public SiteReader(Config config, SageReads reads, Clock clock) {
        this(reads, SageSettings.of(config).lookupsRefresh(), clock);
    }

    public SiteReader(SageReads reads, Duration refreshAfter, Clock clock) {
        this.reads = reads;
        this.refreshAfter = refreshAfter;
        this.clock = clock;
    }

    /**
     * The company's look-ups, not older than {@code sage200.lookups-refresh}.
     *
     * @throws TargetUnavailable when Sage cannot be asked now; an older copy is never passed off as a fresh one
     */
    public Site read(String company) throws TargetUnavailable {
        return shelf(company).fresh().site();
    }

    /** The company's look-ups read now, for a person who has just mended something; the copy of all others is renewed by it. */
    public Site readAnew(String company) throws TargetUnavailable {
        return shelf(company).anew().site();
    }

    /** The day up to which Sage has moved orders into its archive, where no read by key can see them; empty when never. */
    public Optional<LocalDate> ordersArchivedUpTo(String company) throws TargetUnavailable {
        return shelf(company).fresh().archivedUpTo();
    }

    /** The same day as it is now: whoever has just seen that an order is not there must not judge by an older copy. */
    public Optional<LocalDate> ordersArchivedUpToNow(String company) throws TargetUnavailable {
        try {
            return LookUps.archivedUpTo(reads, company);
        } catch (ReadFailed e) {
            throw e.unavailable();
        }
    }

    private Shelf shelf(String company) {
        return shelves.computeIfAbsent(company, Shelf::new);
    }

    /** The copy of one company; one thread fetches it while the others of that company wait for the same copy. */
    private final class Shelf {
        private final String company;
        private @Nullable LookUps lookUps;
        private Instant readAt = Instant.MIN;

        Shelf(String company) {
            this.company = company;
        }

        synchronized LookUps fresh() throws TargetUnavailable {
            LookUps kept = lookUps;
            if (kept != null && clock.instant().isBefore(readAt.plus(refreshAfter))) {
                return kept;
            }
            return refreshed();
        }

        synchronized LookUps anew() throws TargetUnavailable {
            return refreshed();
        }

        private LookUps refreshed() throws TargetUnavailable {
            Instant start = clock.instant();
            try {
                LookUps read = LookUps.read(reads, company);
                lookUps = read;
                readAt = start;
                return read;
            } catch (ReadFailed e) {
                throw e.unavailable();
            }
        }
    }
}
