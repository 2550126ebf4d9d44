package centrasage.sync.plans;

import centrasage.flow.PostingKey;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.dates.DocumentDay;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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

    /** What is there already carries the day that it carries. */
    void note(DocumentDay day) {
        if (!isThere(day.key())) {
            dates.note(day.key(), day.trueDay(), day.date());
        }
    }

    private boolean isThere(PostingKey key) {
        return postings.of(key.sourceKey()).stream()
                .anyMatch(
                        posting -> posting.key().equals(key) && posting.state().mayHaveBeenSent());
    }
}
