package centrasage.simulation;

import centrasage.flow.PostingKey;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.posting.Store;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Our own books, whichever store they are kept in. */
public interface Books {
    Store store();

    MovableClock clock();

    Staging staging();

    Postings postings();

    PostedDocuments documents();

    /** Runs it in one transaction. */
    <T> T together(Supplier<T> work);

    /** From now on, in the transaction in which it happens. */
    void observe(Consumer<PostingChanged> changed, Consumer<PostingFinding> found);

    /** Every posting there is. */
    List<Posting> all();

    int queued();

    int rechecksToCome();

    /** A person sends what follows from a posted document again, as it is. */
    void sendAgain(PostingKey key);
}
