package centrasage.dispatch.centra;

import centrasage.centra.NewShipmentJson;
import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Parsed;
import centrasage.dispatch.DispatchSettings;
import centrasage.dispatch.plan.PlannedShipment;
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
import centrasage.sage200.DespatchNote;
import centrasage.sage200.client.DespatchNoteText;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The step {@code plan}: one staged despatch becomes the plans of its shipment in Centra. */
@Named
@Dependent
public class PlanDespatches implements ItemProcessor {
    private final CentraShipmentPlanner planner;
    private final PinnedMappings pinned;
    private final Staging staging;
    private final Postings postings;
    private final JobContext context;

    @Inject
    PlanDespatches(
            PinnedMappings pinned, Staging staging, Postings postings, DispatchSettings settings, JobContext context) {
        this.pinned = pinned;
        this.staging = staging;
        this.postings = postings;
        this.context = context;
        this.planner = new CentraShipmentPlanner(NewShipmentJson::write, settings.from(), settings.zone());
    }

    /** Null for a despatch that waits until its order is received. */
    @Override
    public @Nullable PlannedShipment processItem(Object item) throws MappingFaults {
        Staged staged = (Staged) item;
        return Failing.telling(context, () -> planned(staged)).orElse(null);
    }

    private Optional<PlannedShipment> planned(Staged staged) throws MappingFaults {
        Set<PostingKind> givenUp = givenUp(staged);
        PlannedShipment.Basis basis = new PlannedShipment.Basis(
                staged.sourceKey(), () -> givenUp(staged).equals(givenUp));
        return plans(staged, givenUp).map(plans -> new PlannedShipment(staged.id(), basis, plans));
    }

    private Optional<List<Planned>> plans(Staged staged, Set<PostingKind> givenUp) throws MappingFaults {
        Optional<DespatchNote> note;
        try {
            note = staged.text().map(text -> DespatchNoteText.read(company(staged), text));
        } catch (IllegalArgumentException e) {
            return Optional.of(known(staged, unreadable(staged, e)));
        }
        return note.isEmpty()
                ? Optional.of(known(staged, Reasons.erased(staged.sourceKey())))
                : plans(staged, note.get(), givenUp);
    }

    private static String company(Staged staged) {
        return staged.sourceKey().substring(0, staged.sourceKey().indexOf('/'));
    }

    private Optional<List<Planned>> plans(Staged staged, DespatchNote note, Set<PostingKind> givenUp)
            throws MappingFaults {
        Optional<Parsed<Order>> parsed = staging.of(OrderName.DOCUMENT, Long.toString(note.order())).stream()
                .findFirst()
                .flatMap(Staged::text)
                .map(OrderJson::parse);
        if (parsed.isPresent() && parsed.get() instanceof Parsed.Unreadable<Order> unreadable) {
            return Optional.of(List.of(planned(staged, note, new Plan.Hold(unreadable.reasons()))));
        }
        Optional<Order> order = parsed.flatMap(
                each -> each.match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty()));
        return planner.plan(note, order, mappings())
                .map(plan -> plan instanceof Plan.Post post
                        ? ShipmentPlans.of(post.command(), staged.document(), givenUp)
                        : List.of(planned(staged, note, plan)));
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
                Money.of("0", "GBP"),
                note.date(),
                plan,
                CentraShipmentPlanner.fingerprint(note));
    }

    /** Of one that cannot be read, what is known of it already tells its order; of one that is not known, there is nothing to hold. */
    private List<Planned> known(Staged staged, Reason reason) {
        return postings.of(staged.sourceKey()).stream()
                .filter(posting -> posting.key().kind() == PostingKind.CENTRA_SHIPMENT)
                .map(posting -> held(staged, posting, reason))
                .toList();
    }

    private static Planned held(Staged staged, Posting posting, Reason reason) {
        return new Planned(
                posting.key(),
                posting.object(),
                staged.document(),
                posting.amount(),
                posting.businessDate(),
                new Plan.Hold(List.of(reason)),
                null);
    }

    private static Reason unreadable(Staged staged, IllegalArgumentException e) {
        return new Reason(
                "UNREADABLE_DESPATCH",
                Owner.OPERATIONS,
                "Sage 200 despatch " + staged.sourceKey() + ": " + e.getMessage(),
                "Complete its shipment in Centra by hand, and send this text to whoever maintains centra-sage200");
    }

    private Mappings mappings() throws MappingFaults {
        return pinned.of(context, CollectDespatches.KIND).mappings();
    }
}
