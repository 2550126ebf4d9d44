package centrasage.console.mappings.impact;

import centrasage.flow.Sha256;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.Edition;
import centrasage.mapping.version.MappingVersions;
import centrasage.orders.plan.OrderReplan;
import centrasage.payments.plan.PaymentReplan;
import centrasage.reconcile.mapping.KnownSituations;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sync.changes.Impacts;
import centrasage.sync.changes.StoredImpact;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Works out beside everything else what changes would do, one at a time on a thread of its own, so that neither a page nor a lane waits
 * for it. What is found is kept for a week under a hash of the change, its version and the days.
 */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:global/concurrent/impact", maxAsync = 1)
public class ImpactRuns {
    private static final Logger LOG = Logger.getLogger(ImpactRuns.class.getName());

    private Impacts impacts;
    private MappingVersions versions;
    private ImpactWork.Tools tools;

    @Resource(lookup = "java:global/concurrent/impact")
    @SuppressWarnings("NullAway.Init") // by the container, into a field only
    private ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init")
    ImpactRuns() {}

    @Inject
    ImpactRuns(
            Impacts impacts,
            MappingVersions versions,
            Documents documents,
            OrderReplan orders,
            PaymentReplan payments,
            SiteReader sites,
            KnownSituations known,
            Clock clock) {
        this.impacts = impacts;
        this.versions = versions;
        this.tools = new ImpactWork.Tools(documents, orders, payments, sites, known, clock);
    }

    /** What names the impact of exactly this change upon exactly this version, over so many days. */
    public static String id(Edition edition, int days) {
        return Sha256.hex(edition.base() + "\n" + edition.mappings().version() + "\n" + days);
    }

    /** How far it is; empty where nobody has asked for it yet. */
    public Optional<StoredImpact> standing(String id) {
        return impacts.of(id);
    }

    /** What was found; empty where it is not done. */
    public Optional<Impact> found(String id) {
        return impacts.of(id)
                .filter(impact -> impact.state() == StoredImpact.State.DONE)
                .flatMap(impact -> Optional.ofNullable(impact.result()))
                .map(ImpactJson::read);
    }

    /** Begins to work it out, unless that is being done. */
    public void begin(Edition edition, int days) {
        String id = id(edition, days);
        if (impacts.begin(id)) {
            try {
                executor.execute(() -> work(id, edition, days));
            } catch (RejectedExecutionException e) {
                impacts.end(id, StoredImpact.State.FAILED, "centra-sage200 is ending; show it again in a moment");
            }
        }
    }

    private void work(String id, Edition edition, int days) {
        try {
            impacts.end(id, StoredImpact.State.DONE, ImpactJson.write(impact(id, edition, days)));
        } catch (TargetUnavailable e) {
            impacts.end(
                    id,
                    StoredImpact.State.FAILED,
                    "Sage 200 cannot be asked now, and was never read for a check of the mappings: " + e.getMessage());
        } catch (MappingFaults e) {
            impacts.end(
                    id,
                    StoredImpact.State.FAILED,
                    "the version in force cannot be used, so that there is nothing to compare with: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "the impact of a change of the mappings could not be worked out");
            impacts.end(
                    id,
                    StoredImpact.State.FAILED,
                    "a fault of this program; report it with the log's lines about this, and show it again");
        }
    }

    private Impact impact(String id, Edition edition, int days) throws TargetUnavailable, MappingFaults {
        return new ImpactWork(tools, versions.numbered(edition.base()).mappings(), edition.mappings())
                .impact(new Comparison.Scope(edition.base(), days), looked -> impacts.goOn(id, looked));
    }
}
