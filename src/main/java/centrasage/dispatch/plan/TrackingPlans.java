package centrasage.dispatch.plan;

import centrasage.flow.Command;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewDespatchJson;
import centrasage.sage200.TrackingAmendment;
import centrasage.sage200.TrackingAmendmentJson;
import centrasage.sync.plans.Following;
import centrasage.sync.posting.Planned;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans other tracking for a despatch that is there: each amendment is a posting of its own, keyed by the shipment and the version
 * that brought it, and goes out after those before it.
 */
@ApplicationScoped
class TrackingPlans implements Following {
    private Postings postings;
    private PostedDocuments posted;

    @SuppressWarnings("NullAway.Init")
    TrackingPlans() {}

    @Inject
    TrackingPlans(Postings postings, PostedDocuments posted) {
        this.postings = postings;
        this.posted = posted;
    }

    @Override
    public Optional<PostingKey> key(Planned planned) {
        return planned.key().kind() == PostingKind.DESPATCH ? Optional.of(amendment(planned)) : Optional.empty();
    }

    /**
     * Empty where nothing is despatched yet, or the tracking is what Sage was told last. It can be told only now, when the despatch
     * can come no further until the transaction ends: a moment ago it may not have been posted yet.
     */
    @Override
    public Optional<Planned> of(Planned despatch) {
        if (despatch.key().kind() != PostingKind.DESPATCH || !(despatch.plan() instanceof Plan.Post post)) {
            return Optional.empty();
        }
        NewDespatch now = NewDespatchJson.read(post.command().document());
        List<Long> told = told(despatch);
        return tracking(told.stream().limit(1))
                .findFirst()
                .filter(before -> !before.equals(now.tracking()))
                .map(before -> new TrackingAmendment(now, carriers(told)))
                .map(amendment -> planned(despatch, post.command(), amendment));
    }

    /** The postings by which Sage was told of its tracking, or is about to be, the last one first; none where it is not despatched. */
    private List<Long> told(Planned despatch) {
        List<Posting> known = postings.ofObjects(List.of(despatch.object()));
        boolean isPosted = known.stream()
                .anyMatch(posting -> posting.key().equals(despatch.key()) && posting.state() == PostingState.POSTED);
        return isPosted
                ? known.stream()
                        .filter(posting -> tells(posting, despatch))
                        .sorted(Comparator.comparing(
                                        (Posting posting) -> posting.key().equals(despatch.key()))
                                .thenComparing(Posting::id, Comparator.reverseOrder()))
                        .map(Posting::id)
                        .toList()
                : List.of();
    }

    private static boolean tells(Posting posting, Planned despatch) {
        boolean isAmendment = posting.key().kind() == PostingKind.DESPATCH_TRACKING
                && posting.key().sourceKey().startsWith(despatch.key().sourceKey() + "/")
                && posting.state() != PostingState.SKIPPED;
        return isAmendment || posting.key().equals(despatch.key());
    }

    private Stream<NewDespatch.Tracking> tracking(Stream<Long> ids) {
        return ids.flatMap(id -> posted.command(id).stream())
                .filter(command -> !command.isErased())
                .map(Command::document)
                .map(document -> NewDespatchJson.read(document).tracking());
    }

    private Set<String> carriers(List<Long> told) {
        return tracking(told.stream())
                .map(NewDespatch.Tracking::courier)
                .filter(carrier -> !carrier.isBlank())
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    /** Of the amendment that this version of a shipment brings. */
    private static PostingKey amendment(Planned despatch) {
        return new PostingKey(
                despatch.key().company(),
                PostingKind.DESPATCH_TRACKING,
                despatch.key().sourceKey() + "/" + despatch.version());
    }

    private static Planned planned(Planned despatch, Command command, TrackingAmendment amendment) {
        PostingKey key = amendment(despatch);
        Command amended = new Command(
                key,
                command.object(),
                command.amount(),
                null,
                command.businessDate(),
                command.fingerprint(),
                TrackingAmendmentJson.write(amendment));
        return new Planned(
                key,
                despatch.object(),
                despatch.document(),
                despatch.amount(),
                despatch.businessDate(),
                new Plan.Post(amended));
    }
}
