package centrasage.sync.store;

import centrasage.flow.event.ChangeMade;
import centrasage.flow.event.ChangeWithdrawn;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells whoever observes, in the transaction in which it happened. */
@ApplicationScoped
class Announcements {
    private Event<PostingChanged> changes;
    private Event<PostingFinding> findings;
    private Event<ChangeWithdrawn> withdrawn;
    private Event<ChangeMade> made;

    @SuppressWarnings("NullAway.Init")
    Announcements() {}

    @Inject
    Announcements(
            Event<PostingChanged> changes,
            Event<PostingFinding> findings,
            Event<ChangeWithdrawn> withdrawn,
            Event<ChangeMade> made) {
        this.changes = changes;
        this.findings = findings;
        this.withdrawn = withdrawn;
        this.made = made;
    }

    void changed(PostingChanged change) {
        changes.fire(change);
    }

    void found(PostingFinding finding) {
        findings.fire(finding);
    }

    void withdrawn(ChangeWithdrawn news) {
        withdrawn.fire(news);
    }

    void made(ChangeMade news) {
        made.fire(news);
    }
}
