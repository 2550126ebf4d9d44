package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.Query;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.WindowsSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/**
 * Sales returns in Sage 200, which came with 2025 R1: found by our key, written once, and their drafts removed. Nobody documents their
 * fields: that they are those of orders, with quantities above zero, is what a live integration sends.
 */
@ApplicationScoped
public class SageReturns {
    private static final String RESOURCE = SopDocuments.Kind.RETURN.resource();

    private final Map<String, Probed> probed = new ConcurrentHashMap<>();
    private SageSettings settings;
    private SageReads reads;
    private SopDocuments documents;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    SageReturns() {}

    @Inject
    public SageReturns(Config config, SageReads reads, SageAuthorization authorization, Clock clock) {
        this(SageSettings.of(config), reads, authorization, authorization.windows(), clock);
    }

    public SageReturns(
            SageSettings settings,
            SageReads reads,
            Authorization authorization,
            Optional<WindowsSignIn> windows,
            Clock clock) {
        this.settings = settings;
        this.reads = reads;
        this.clock = clock;
        this.documents = new SopDocuments(
                SopDocuments.Kind.RETURN,
                reads,
                new Writing(settings, authorization, windows),
                clock,
                settings.clockSkew());
    }

    private record Probed(String objection, Instant at) {}

    /**
     * Why a company takes no returns, in words; empty where it does. Asked again after {@code sage200.lookups-refresh}.
     *
     * @throws TargetUnavailable when Sage cannot be asked now
     */
    public String objection(String company) throws TargetUnavailable {
        Probed known = probed.get(company);
        if (known != null && clock.instant().isBefore(known.at().plus(settings.lookupsRefresh()))) {
            return known.objection();
        }
        Probed fresh = new Probed(probe(company), clock.instant());
        probed.put(company, fresh);
        return fresh.objection();
    }

    private String probe(String company) throws TargetUnavailable {
        try {
            reads.list(company, RESOURCE, Query.select("id").page(1, 0));
            return "";
        } catch (ReadFailed e) {
            return switch (e.status()) {
                case 404 -> "does not know " + RESOURCE + ", which came with 2025 R1";
                case 403 -> "does not let the Sage user see " + RESOURCE;
                default -> throw e.unavailable();
            };
        }
    }

    /** As {@link SageOrders#find}, of returns. */
    public Map<String, List<SalesOrder>> find(String company, Collection<String> customerDocumentNos)
            throws TargetUnavailable {
        return documents.find(company, customerDocumentNos);
    }

    /** As {@link SageOrders#post}: what is meant has the shape of an order, and goes back. */
    public Outcome post(NewSalesOrder made, Site site) {
        return documents.post(made, OrderBody.ofReturn(made, site), site);
    }

    /** As {@link SageOrders#discardDraft}. */
    public void discardDraft(String company, long id) throws TargetUnavailable {
        documents.discardDraft(company, id);
    }
}
