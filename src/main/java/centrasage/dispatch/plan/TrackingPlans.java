package centrasage.dispatch.plan;

import centrasage.flow.Command;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.NewDespatchJson;
import centrasage.sync.posting.Planned;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Plans other tracking for a despatch that is there: each amendment is a posting of its own, keyed by the shipment and the version
 * that brought it, and goes out after those before it.
 */
@ApplicationScoped
class TrackingPlans {
    private Postings postings;
    private PostedDocuments posted;

    @SuppressWarnings("NullAway.Init")
    TrackingPlans() {}

    @Inject
    TrackingPlans(Postings postings, PostedDocuments posted) {
        this.postings = postings;
        this.posted = posted;
    }

    /** Empty where nothing is despatched yet, or the tracking is what Sage was told last. */
    Optional<Planned> other(Planned despatch) {
        if (!(despatch.plan() instanceof Plan.Post post)) {
            return Optional.empty();
        }
        NewDespatch now = NewDespatchJson.read(post.command().document());
        return told(despatch)
                .filter(before -> !before.equals(now.tracking()))
                .map(before -> planned(despatch, post.command(), now));
    }

    /** The tracking that was posted last, or is about to be; empty where the despatch is not posted. */
    private Optional<NewDespatch.Tracking> told(Planned despatch) {
        List<Posting> known = postings.ofObjects(List.of(despatch.object()));
        Optional<Posting> there = known.stream()
                .filter(posting -> posting.key().equals(despatch.key()))
                .filter(posting -> posting.state() == PostingState.POSTED)
                .findFirst();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        long last = known.stream()
                .filter(posting -> posting.key().kind() == PostingKind.DESPATCH_TRACKING)
                .filter(posting ->
                        posting.key().sourceKey().startsWith(despatch.key().sourceKey() + "/"))
                .filter(posting -> posting.state() != PostingState.SKIPPED)
                .map(Posting::id)
                .max(Comparator.naturalOrder())
                .orElse(there.get().id());
        return posted.command(last)
                .filter(command -> !command.isErased())
                .map(Command::document)
                .map(document -> NewDespatchJson.read(document).tracking());
    }

    /** Of the amendment that this version of a shipment brings. */
    static PostingKey key(Planned despatch) {
        return new PostingKey(
                despatch.key().company(),
                PostingKind.DESPATCH_TRACKING,
                despatch.key().sourceKey() + "/" + despatch.version());
    }

    private static Planned planned(Planned despatch, Command command, NewDespatch now) {
        PostingKey key = key(despatch);
        Command amended = new Command(
                key,
                command.object(),
                command.amount(),
                null,
                command.businessDate(),
                command.fingerprint(),
                NewDespatchJson.write(now));
        return new Planned(
                key,
                despatch.object(),
                despatch.document(),
                despatch.amount(),
                despatch.businessDate(),
                new Plan.Post(amended));
    }
}
