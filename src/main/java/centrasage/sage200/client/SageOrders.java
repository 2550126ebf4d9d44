package centrasage.sage200.client;

import centrasage.flow.Outcome;
import centrasage.flow.Outcome.Refused;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.OrderAmendment;
import centrasage.sage200.OrderCorrection;
import centrasage.sage200.SalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.Writing.Request;
import centrasage.sage200.client.read.ReadFailed;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.signin.SageAuthorization;
import centrasage.sage200.client.wire.Authorization;
import centrasage.sage200.client.wire.SageSettings;
import centrasage.sage200.client.wire.WindowsSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Sales orders in Sage 200: found by our key, written once, and their drafts removed. */
@ApplicationScoped
public class SageOrders {
    static final String RESOURCE = SopDocuments.Kind.ORDER.resource();

    private SageReads reads;
    private Writing writing;
    private SopDocuments documents;

    @SuppressWarnings("NullAway.Init")
    SageOrders() {}

    @Inject
    public SageOrders(Config config, SageReads reads, SageAuthorization authorization, Clock clock) {
        this(SageSettings.of(config), reads, authorization, authorization.windows(), clock);
    }

    public SageOrders(
            SageSettings settings,
            SageReads reads,
            Authorization authorization,
            Optional<WindowsSignIn> windows,
            Clock clock) {
        this.reads = reads;
        this.writing = new Writing(settings, authorization, windows);
        this.documents = new SopDocuments(SopDocuments.Kind.ORDER, reads, writing, clock, settings.clockSkew());
    }

    /**
     * The orders that carry these keys, cancelled ones and drafts included, in as few requests as URLs allow. Orders that
     * Sage has moved into its archive are not among them: see {@link SiteReader#ordersArchivedUpTo}.
     *
     * @return an entry for every key that was asked, empty where Sage has none; no entry where an order under it cannot be
     *     read
     */
    public Map<String, List<SalesOrder>> find(String company, Collection<String> customerDocumentNos)
            throws TargetUnavailable {
        return documents.find(company, customerDocumentNos);
    }

    /**
     * The orders of these days whose key begins so, cancelled ones and drafts included, without their lines.
     *
     * @param before the day after the last one
     */
    public List<SalesOrder> list(String company, String prefix, LocalDate from, LocalDate before)
            throws TargetUnavailable {
        try {
            return new OrderListing(reads, company).list(prefix, from, before);
        } catch (ReadFailed e) {
            throw e.unavailable();
        }
    }

    /** The order of this id with its lines; empty when there is none (any more). */
    public Optional<SalesOrder> read(String company, long id) throws TargetUnavailable {
        return documents.read(company, id);
    }

    /**
     * Makes exactly one POST and says what became of it. Never throws for anything that Sage does.
     *
     * @param site the look-ups of the order's company, by which codes become ids
     */
    public Outcome post(NewSalesOrder order, Site site) {
        return documents.post(order, OrderBody.of(order, site), site);
    }

    /**
     * Makes exactly one PUT, of the rounding line alone, and says what became of it. Never throws for anything that Sage does.
     *
     * @param lineId of the rounding line that the order has; null to add one
     */
    public Outcome correct(OrderCorrection correction, @Nullable Long lineId, Site site) {
        OrderBody body = OrderBody.of(correction, lineId, site);
        if (!body.missing().isEmpty()) {
            return new Refused(body.missing());
        }
        return writing.put(
                new Request(
                        correction.company(),
                        RESOURCE + "/" + correction.orderId(),
                        body.json().toString()),
                signIn -> new CorrectionWrite(this, reads, correction, signIn));
    }

    /**
     * Makes exactly one PUT, of the lines that are to be others, and says what became of it. Never throws for anything that Sage does.
     *
     * @param steps at least one
     */
    public Outcome amend(OrderAmendment amendment, List<OrderAmendment.Step> steps, Site site) {
        OrderBody body = OrderBody.of(amendment, steps, site);
        if (!body.missing().isEmpty()) {
            return new Refused(body.missing());
        }
        return writing.put(
                new Request(
                        amendment.company(), resource(amendment), body.json().toString()),
                signIn -> new AmendmentWrite(this, reads, amendment, steps, site, signIn));
    }

    /** Makes exactly one DELETE of an order, by which Sage cancels or removes it. Never throws for anything that Sage does. */
    public Outcome cancel(OrderAmendment amendment) {
        return writing.delete(
                new Request(amendment.company(), resource(amendment), ""),
                signIn -> new CancellationWrite(this, reads, amendment, signIn));
    }

    private static String resource(OrderAmendment amendment) {
        return RESOURCE + "/" + amendment.orderId();
    }

    /** The text that {@link #post} would send; what the company does not have is left out of it. */
    public String body(NewSalesOrder order, Site site) {
        return OrderBody.of(order, site).json().toString();
    }

    /**
     * Removes a half-made draft; an order that is one no longer is never removed. May be repeated.
     *
     * @throws TargetUnavailable when it is not known to be gone
     */
    public void discardDraft(String company, long id) throws TargetUnavailable {
        documents.discardDraft(company, id);
    }
}
