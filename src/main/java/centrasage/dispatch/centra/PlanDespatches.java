package centrasage.dispatch.centra;

import centrasage.centra.NewShipmentJson;
import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Parsed;
import centrasage.dispatch.DispatchSettings;
import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.sage200.DespatchNote;
import centrasage.sage200.client.DespatchNoteText;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.plans.Planning;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Reasons;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The step {@code plan}: one staged despatch becomes the plans of its shipment in Centra. */
@Named
@Dependent
public class PlanDespatches implements ItemProcessor {
    private final CentraShipmentPlanner planner;
    private final PinnedMappings pinned;
    private final Staging staging;
    private final Postings postings;
    private final DispatchSettings settings;
    private final JobContext context;

    @Inject
    PlanDespatches(
            PinnedMappings pinned, Staging staging, Postings postings, DispatchSettings settings, JobContext context) {
        this.pinned = pinned;
        this.staging = staging;
        this.postings = postings;
        this.settings = settings;
        this.context = context;
        this.planner = new CentraShipmentPlanner(NewShipmentJson::write, settings.from(), settings.zone());
    }

    @Override
    public PlannedDocument processItem(Object item) throws MappingFaults {
        Staged staged = (Staged) item;
        return Failing.telling(context, () -> planned(staged));
    }

    private PlannedDocument planned(Staged staged) throws MappingFaults {
        Set<PostingKind> givenUp = givenUp(staged);
        boolean received = isOrderReceived(staged);
        PlannedDocument.Basis basis = new PlannedDocument.Basis(
                staged.sourceKey(), () -> givenUp(staged).equals(givenUp) && isOrderReceived(staged) == received);
        return new PlannedDocument(staged.id(), basis, plans(staged, givenUp));
    }

    private List<Planned> plans(Staged staged, Set<PostingKind> givenUp) throws MappingFaults {
        Optional<DespatchNote> note;
        try {
            note = staged.text().map(text -> DespatchNoteText.read(company(staged), text));
        } catch (IllegalArgumentException e) {
            return held(staged, new Plan.Hold(List.of(unreadable(staged, e))));
        }
        if (note.isEmpty()) {
            return held(staged, new Plan.Hold(List.of(Reasons.erased(staged.sourceKey()))));
        }
        Mappings mappings = pinned.of(context, CollectDespatches.KIND).mappings();
        try {
            return plans(staged, note.get(), mappings, givenUp);
        } catch (RuntimeException e) {
            return held(
                    staged,
                    Planning.faultOfOurs(
                            "Despatch " + staged.sourceKey(), "complete its shipment in Centra by hand", e));
        }
    }

    private static String company(Staged staged) {
        return staged.sourceKey().substring(0, staged.sourceKey().indexOf('/'));
    }

    private List<Planned> plans(Staged staged, DespatchNote note, Mappings mappings, Set<PostingKind> givenUp) {
        Optional<Parsed<Order>> parsed = staging.of(OrderName.DOCUMENT, Long.toString(note.order())).stream()
                .findFirst()
                .flatMap(Staged::text)
                .map(OrderJson::parse);
        if (parsed.isPresent() && parsed.get() instanceof Parsed.Unreadable<Order> unreadable) {
            return List.of(planned(staged, note, new Plan.Hold(unreadable.reasons())));
        }
        Optional<Order> order = parsed.flatMap(
                each -> each.match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty()));
        Plan plan = planner.plan(note, order, mappings);
        return plan instanceof Plan.Post post
                ? ShipmentPlans.of(post.command(), staged.document(), givenUp)
                : List.of(planned(staged, note, plan));
    }

    private boolean isOrderReceived(Staged staged) {
        return OrderName.number(staged.subject())
                .filter(number ->
                        !staging.received(OrderName.DOCUMENT, List.of(number)).isEmpty())
                .isPresent();
    }

    private Set<PostingKind> givenUp(Staged staged) {
        return postings.of(staged.sourceKey()).stream()
                .filter(posting -> posting.state() == PostingState.ABANDONED)
                .map(posting -> posting.key().kind())
                .collect(Collectors.toSet());
    }

    private static Planned planned(Staged staged, DespatchNote note, Plan plan) {
        return new Planned(
                new PostingKey(note.company(), PostingKind.CENTRA_SHIPMENT, staged.sourceKey()),
                CentraShipmentPlanner.object(note),
                staged.document(),
                Money.zero(ShownAmount.BASE),
                note.date(),
                plan,
                CentraShipmentPlanner.fingerprint(note));
    }

    /** Of one that cannot be read: its order is told by what it was staged under, and its day by when Sage touched it. */
    private List<Planned> held(Staged staged, Plan.Hold plan) {
        Optional<Posting> before = postings.of(staged.sourceKey()).stream()
                .filter(posting -> posting.key().kind() == PostingKind.CENTRA_SHIPMENT)
                .findFirst();
        return List.of(new Planned(
                new PostingKey(company(staged), PostingKind.CENTRA_SHIPMENT, staged.sourceKey()),
                OrderName.object(company(staged), staged.subject()),
                staged.document(),
                before.map(Posting::amount).orElseGet(() -> Money.zero(ShownAmount.BASE)),
                before.map(Posting::businessDate)
                        .orElseGet(() -> LocalDate.ofInstant(staged.sourceUpdatedAt(), settings.zone())),
                plan,
                null));
    }

    private static Reason unreadable(Staged staged, IllegalArgumentException e) {
        return new Reason(
                "UNREADABLE_DESPATCH",
                Owner.OPERATIONS,
                "Sage 200 despatch " + staged.sourceKey() + ": " + e.getMessage(),
                "Complete its shipment in Centra by hand, and send this text to whoever maintains centra-sage200");
    }
}
