package centrasage.sync.plans;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.event.PostingChanged;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.dates.DocumentDay;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;

/** Keeps the true days of documents, in the transaction that records their plans. */
@ApplicationScoped
public class DocumentDays {
    private Postings postings;
    private DocumentDates dates;

    @SuppressWarnings("NullAway.Init")
    DocumentDays() {}

    @Inject
    public DocumentDays(Postings postings, DocumentDates dates) {
        this.postings = postings;
        this.dates = dates;
    }

    /** False where a person has chosen another day since it was planned. */
    public boolean stands(DocumentDay day) {
        return day.isTrue() || Objects.equals(dates.chosen(day.key()).orElse(null), day.chosen());
    }

    /** What is there already carries the day that it carries, and what was given up carries none. */
    public void note(DocumentDay day) {
        if (isOpen(day.key())) {
            dates.note(day);
        }
    }

    private boolean isOpen(PostingKey key) {
        return postings.of(key.sourceKey()).stream()
                .filter(posting -> posting.key().equals(key))
                .allMatch(posting -> posting.state().mayBeReplanned());
    }

    /** Settled by hand, it does not go out with any day. */
    public void changed(@Observes PostingChanged change) {
        if (change.to() == PostingState.ABANDONED) {
            dates.forget(change.key());
        }
    }
}
