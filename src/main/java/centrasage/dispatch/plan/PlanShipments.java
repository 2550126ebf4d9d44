package centrasage.dispatch.plan;

import centrasage.centra.Parsed;
import centrasage.centra.Shipment;
import centrasage.centra.ShipmentJson;
import centrasage.dispatch.DispatchSettings;
import centrasage.dispatch.intake.CollectShipments;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.ShipmentNumber;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.money.Money;
import centrasage.sage200.NewDespatchJson;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Reasons;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staged;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The step {@code plan}: one staged shipment becomes the plan of its despatch. */
@Named
@Dependent
public class PlanShipments implements ItemProcessor {
    private static final Logger LOG = Logger.getLogger(PlanShipments.class.getName());

    private final DespatchPlanner planner;
    private final PinnedMappings pinned;
    private final OrderStandings orders;
    private final DispatchSettings settings;
    private final JobContext context;
    private final String usualCompany;

    @Inject
    PlanShipments(
            PinnedMappings pinned,
            OrderStandings orders,
            DispatchSettings settings,
            JobContext context,
            @ConfigProperty(name = "sage200.company") String usualCompany) {
        this.pinned = pinned;
        this.orders = orders;
        this.settings = settings;
        this.context = context;
        this.usualCompany = usualCompany;
        this.planner = new DespatchPlanner(NewDespatchJson::write, new DespatchRules(settings.from(), settings.zone()));
    }

    /** Null for a shipment that waits until its order is known. */
    @Override
    public @Nullable PlannedDocument processItem(Object item) throws MappingFaults {
        Staged staged = (Staged) item;
        return Failing.telling(context, () -> plans(staged)).orElse(null);
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
        Planned despatch = planned(staged, shipment, order, plan(shipment, order));
        return Optional.of(new PlannedDocument(staged.id(), orders.basis(shipment.order(), order), List.of(despatch)));
    }

    /** A fault of ours with one shipment must not keep all the others waiting. */
    private Plan plan(Shipment shipment, OrderStanding order) throws MappingFaults {
        Mappings mappings = pinned.of(context, CollectShipments.KIND).mappings();
        try {
            return planner.plan(shipment, order, mappings);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "shipment " + shipment.number() + " could not be planned");
            return new Plan.Hold(List.of(new Reason(
                    "NOT_PLANNED",
                    Owner.OPERATIONS,
                    "Shipment " + shipment.number() + " could not be planned because of a fault of this program",
                    "Report it with the log's lines about this shipment, and confirm its despatch in Sage 200 by hand if it"
                            + " cannot wait")));
        }
    }

    private Planned planned(Staged staged, Shipment shipment, OrderStanding order, Plan plan) {
        String company = order.key() == null ? usualCompany : order.key().company();
        LocalDate date = planner.date(Objects.requireNonNullElse(shipment.shippedAt(), shipment.orderedAt()));
        return new Planned(
                new PostingKey(company, PostingKind.DESPATCH, staged.sourceKey()),
                OrderName.object(company, OrderName.of(shipment.order())),
                staged.document(),
                DespatchPlanner.value(shipment),
                date,
                plan,
                DespatchPlanner.fingerprint(shipment));
    }

    /** Of a shipment that cannot be read, its number tells the order. */
    private Optional<PlannedDocument> held(Staged staged, List<Reason> reasons) {
        String order = ShipmentNumber.order(staged.sourceKey());
        OrderStanding standing = order.matches("\\d{1,18}") ? orders.of(Long.parseLong(order)) : OrderStanding.UNKNOWN;
        String company = standing.key() == null ? usualCompany : standing.key().company();
        Planned held = new Planned(
                new PostingKey(company, PostingKind.DESPATCH, staged.sourceKey()),
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
