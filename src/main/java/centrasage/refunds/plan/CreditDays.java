package centrasage.refunds.plan;

import centrasage.flow.PostingKey;
import centrasage.sync.dates.DocumentDates;
import centrasage.sync.store.Postings;

/** Keeps the true days of credit notes, in the transaction that records their plans. */
final class CreditDays {
    private final Postings postings;
    private final DocumentDates dates;

    CreditDays(Postings postings, DocumentDates dates) {
        this.postings = postings;
        this.dates = dates;
    }

    /** What is there already carries the day that it carries. */
    void note(CreditDay day) {
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
