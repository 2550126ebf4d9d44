package centrasage.dispatch.plan;

import centrasage.centra.Shipment;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.OrdersFrom;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.event.PostingChanged;
import centrasage.mapping.Mappings;
import centrasage.sage200.NewDespatchJson;
import centrasage.sync.plans.NoDays;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Postings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The step {@code plan} of shipments for simulations: the real planner, standings, tracking and watch over orders, and what {@link
 * PlanShipments} makes of them, and the real writer.
 */
public final class ShipmentPlans {
    private static final String COMPANY = "33";

    private final DespatchPlanner planner;
    private final OrderStandings orders;
    private final TrackingPlans tracking;
    private final OrderWatch watch;
    private final Mappings mappings;

    public ShipmentPlans(Mappings mappings, Postings postings, PostedDocuments posted, Staging staging) {
        this.mappings = mappings;
        this.planner = new DespatchPlanner(
                NewDespatchJson::write, new DespatchRules(OrdersFrom.parse("2026-11-01"), ZoneId.of("Europe/London")));
        this.orders = new OrderStandings(postings);
        this.tracking = new TrackingPlans(postings, posted);
        this.watch = new OrderWatch(postings, staging, false);
    }

    /** As the container tells it of every change. */
    public void changed(PostingChanged change) {
        watch.changed(change);
    }

    /** What is to be recorded of this version; empty for a shipment that waits until its order is known. */
    public Optional<BiConsumer<Store, Staging>> planned(Staged staged, Shipment shipment) {
        return plans(staged, shipment)
                .map(planned -> (store, staging) -> NoContext.write(
                        new RecordDespatches(store, staging, tracking, NoDays.get(), new NoCounts(), NoContext.get()),
                        planned));
    }

    private Optional<PlannedDocument> plans(Staged staged, Shipment shipment) {
        OrderStanding order = orders.of(shipment.order());
        if (order.key() == null && shipment.shipped() && !planner.isOfBefore(shipment)) {
            return Optional.empty();
        }
        return Optional.of(new PlannedDocument(
                staged.id(), orders.basis(shipment.order(), order), List.of(planned(staged, shipment, order))));
    }

    private Planned planned(Staged staged, Shipment shipment, OrderStanding order) {
        String company = order.key() == null ? COMPANY : order.key().company();
        LocalDate date = planner.date(Objects.requireNonNullElse(shipment.shippedAt(), shipment.orderedAt()));
        return new Planned(
                new PostingKey(company, PostingKind.DESPATCH, staged.sourceKey()),
                company + "/" + OrderName.of(shipment.order()),
                staged.document(),
                DespatchPlanner.value(shipment),
                date,
                planner.plan(shipment, order, mappings),
                DespatchPlanner.fingerprint(shipment));
    }
}
