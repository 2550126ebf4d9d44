package centrasage.dispatch.plan;

import centrasage.centra.Parsed;
import centrasage.centra.Shipment;
import centrasage.centra.ShipmentJson;
import centrasage.dispatch.DispatchSettings;
import centrasage.dispatch.intake.CollectShipments;
import centrasage.dispatch.invoice.OrderInvoices;
import centrasage.dispatch.invoice.ShipmentInvoiceJson;
import centrasage.dispatch.invoice.ShipmentInvoicePlanner;
import centrasage.dispatch.invoice.Sold;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.ShipmentNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.money.Money;
import centrasage.sage200.NewDespatchJson;
import centrasage.sync.plans.DatedPlans;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.plans.Planning;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Reasons;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.PostedDocuments;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The step {@code plan}: one staged shipment becomes the plan of its despatch, or of its invoice. */
@Named
@Dependent
public class PlanShipments implements ItemProcessor {
    private final DespatchPlanner planner;
    private final ShipmentInvoicePlanner invoicing = new ShipmentInvoicePlanner(ShipmentInvoiceJson::write);
    private final PinnedMappings pinned;
    private final OrderStandings orders;
    private final OrderInvoices invoices;
    private final OtherDocument other;
    private final DatedPlans dates;
    private final DispatchSettings settings;
    private final JobContext context;
    private final String usualCompany;

    @Inject
    PlanShipments(
            PinnedMappings pinned,
            OrderStandings orders,
            OrderInvoices invoices,
            PostedDocuments documents,
            DatedPlans dates,
            DispatchSettings settings,
            JobContext context,
            @ConfigProperty(name = "sage200.company") String usualCompany) {
        this.pinned = pinned;
        this.orders = orders;
        this.invoices = invoices;
        this.other = new OtherDocument(documents);
        this.dates = dates;
        this.settings = settings;
        this.context = context;
        this.usualCompany = usualCompany;
        this.planner = new DespatchPlanner(NewDespatchJson::write, new DespatchRules(settings.from(), settings.zone()));
    }

    /**
     * Null for a shipment that waits until its order is known.
     *
     * @throws Exception when the mappings, or the periods of Sage 200, cannot be read: what is staged waits, and nothing is lost
     */
    @Override
    public @Nullable PlannedDocument processItem(Object item) throws Exception {
        Staged staged = (Staged) item;
        return Failing.telling(context, () -> dated(plans(staged))).orElse(null);
    }

    private Optional<PlannedDocument> dated(Optional<PlannedDocument> planned) throws TargetUnavailable {
        return planned.isEmpty() ? planned : Optional.of(dates.dated(planned.get()));
    }

    private Optional<PlannedDocument> plans(Staged staged) throws MappingFaults {
        Optional<Parsed<Shipment>> parsed = staged.text().map(ShipmentJson::parse);
        if (parsed.isEmpty()) {
            return held(staged, List.of(Reasons.erased(staged.sourceKey())));
        }
        if (parsed.get() instanceof Parsed.Readable<Shipment> readable) {
            return plans(staged, readable.document());
        }
        List<Reason> reasons = parsed.get().match(readable -> List.of(), Parsed.Unreadable::reasons);
        return held(staged, reasons);
    }

    private Optional<PlannedDocument> plans(Staged staged, Shipment shipment) throws MappingFaults {
        OrderStanding order = orders.of(shipment.order());
        boolean isWaiting =
                order.key() == null && shipment.shipped() && !shipment.ofSage() && !planner.isOfBefore(shipment);
        if (isWaiting) {
            return Optional.empty();
        }
        return Optional.of(isInvoiced(order) ? invoiced(staged, shipment, order) : despatched(staged, shipment, order));
    }

    /** Where orders are not posted themselves; one that was, before that was decided, is despatched in Sage 200. */
    private boolean isInvoiced(OrderStanding order) {
        boolean isSent = order.state() != null && order.state().mayHaveBeenSent();
        return order.isInvoicedByShipment() || (settings.invoicesShipments() && !isSent);
    }

    private PlannedDocument despatched(Staged staged, Shipment shipment, OrderStanding order) throws MappingFaults {
        Mappings mappings = pinned.of(context, CollectShipments.KIND).mappings();
        Plan plan = plan(shipment, () -> planner.plan(shipment, order, mappings));
        return new PlannedDocument(
                staged.id(),
                orders.basis(shipment.order(), order),
                withoutOther(planned(staged, shipment, order, PostingKind.DESPATCH, plan)));
    }

    private PlannedDocument invoiced(Staged staged, Shipment shipment, OrderStanding order) throws MappingFaults {
        Mappings mappings = pinned.of(context, CollectShipments.KIND).mappings();
        Sold sold = invoices.of(order, shipment.number());
        Plan plan = plan(
                shipment,
                () -> Settled.invoice(shipment, order)
                        .or(() -> sent(shipment, order))
                        .orElseGet(() -> invoicing.plan(shipment, order, date(shippedAt(shipment)), sold, mappings)));
        PlannedDocument.Basis ofOrder = orders.basis(shipment.order(), order);
        return new PlannedDocument(
                staged.id(),
                new PlannedDocument.Basis(
                        ofOrder.sourceKey(),
                        () -> ofOrder.stands().getAsBoolean()
                                && invoices.of(order, shipment.number()).equals(sold)),
                withoutOther(planned(staged, shipment, order, PostingKind.LEDGER_INVOICE, plan)));
    }

    /** What may have been sent is planned as it was: what came to the order after it is no change of it. */
    private Optional<Plan> sent(Shipment shipment, OrderStanding order) {
        PostingKey key = new PostingKey(company(order), PostingKind.LEDGER_INVOICE, shipment.number());
        return invoices.sent(key).map(Plan.Post::new);
    }

    private List<Planned> withoutOther(Planned planned) {
        return Stream.concat(Stream.of(planned), other.of(planned).stream()).toList();
    }

    private static Instant shippedAt(Shipment shipment) {
        return Objects.requireNonNullElse(shipment.shippedAt(), shipment.orderedAt());
    }

    private static Plan plan(Shipment shipment, Supplier<Plan> planning) {
        return Planning.safely("Shipment " + shipment.number(), "enter it in Sage 200 by hand", planning);
    }

    private Planned planned(Staged staged, Shipment shipment, OrderStanding order, PostingKind kind, Plan plan) {
        String company = company(order);
        boolean isInvoice = kind == PostingKind.LEDGER_INVOICE;
        Money shown = DespatchPlanner.value(shipment);
        return new Planned(
                new PostingKey(company, kind, staged.sourceKey()),
                OrderName.object(company, OrderName.of(shipment.order())),
                staged.document(),
                isInvoice && plan instanceof Plan.Post post ? post.command().amount() : shown,
                planner.date(shippedAt(shipment)),
                plan,
                isInvoice ? ShipmentInvoicePlanner.fingerprint(shipment) : DespatchPlanner.fingerprint(shipment));
    }

    private String company(OrderStanding order) {
        return order.key() == null ? usualCompany : order.key().company();
    }

    /** Of a shipment that cannot be read, its number tells the order. */
    private Optional<PlannedDocument> held(Staged staged, List<Reason> reasons) {
        String order = ShipmentNumber.order(staged.sourceKey());
        OrderStanding standing = order.matches("\\d{1,18}") ? orders.of(Long.parseLong(order)) : OrderStanding.UNKNOWN;
        String company = company(standing);
        PostingKind kind = isInvoiced(standing) ? PostingKind.LEDGER_INVOICE : PostingKind.DESPATCH;
        Planned held = new Planned(
                new PostingKey(company, kind, staged.sourceKey()),
                OrderName.object(company, OrderName.of(order)),
                staged.document(),
                Money.of("0", "GBP"),
                date(staged.sourceUpdatedAt()),
                new Plan.Hold(reasons),
                null);
        return Optional.of(new PlannedDocument(staged.id(), null, List.of(held)));
    }

    private LocalDate date(Instant moment) {
        return moment.atZone(settings.zone()).toLocalDate();
    }
}
