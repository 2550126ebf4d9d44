package centrasage.orders.plan;

import centrasage.centra.OrderJson;
import centrasage.flow.DocumentVersion;
import centrasage.flow.PostingKind;
import centrasage.orders.document.PrintedParts;
import centrasage.orders.intake.Intake;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Printed;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.UnmarkedPostings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What an order that was posted by an earlier release was printed with, read from the version that was posted: without it, another
 * address would not be told from the same one.
 */
@ApplicationScoped
public class PostedBefore {
    private Staging staging;
    private UnmarkedPostings unmarked;

    @SuppressWarnings("NullAway.Init")
    PostedBefore() {}

    @Inject
    PostedBefore(Staging staging, UnmarkedPostings unmarked) {
        this.staging = staging;
        this.unmarked = unmarked;
    }

    /** To be called before a newer version is compared, in the same transaction. A first version is newer than none. */
    public void remember(Planned planned) {
        if (planned.version() > 1) {
            unmarked.of(PostingKind.ORDER, planned.key().sourceKey()).forEach(this::remember);
        }
    }

    private void remember(DocumentVersion posted) {
        staging.of(Intake.KIND, posted.key()).stream()
                .filter(staged -> staged.document().equals(posted))
                .findFirst()
                .flatMap(PostedBefore::printed)
                .ifPresent(printed -> unmarked.mark(PostingKind.ORDER, posted, printed));
    }

    private static Optional<Printed> printed(Staged staged) {
        return staged.text()
                .map(OrderJson::parse)
                .flatMap(parsed -> parsed.match(
                        readable -> Optional.of(new Printed(PrintedParts.of(readable.document()))),
                        unreadable -> Optional.empty()));
    }
}
