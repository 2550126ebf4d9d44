package centrasage.sync.posting;

import centrasage.flow.PostingKey;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.Link;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A store that is held to its contract, and what a test moves and sees around it. */
public interface StoreWorld {
    /** How many failures in a row open the circuit of their cause. */
    int FAILURES_MAX = 10;

    /** How long it takes until what is stopped is probed. */
    Duration PROBE = Duration.ofMinutes(1);

    Store store();

    MovableClock clock();

    /** Records in a transaction of its own. */
    Recorded record(Planned planned);

    Optional<Posting> posting(PostingKey key);

    List<Attempt> attempts(long postingId);

    List<Link> links(long postingId);

    /** A newer version of this document is staged and waits for its plan. */
    void aNewerVersionWaits(String number);

    /** It got its plan. */
    void itIsPlanned(String number);

    /** How much unfinished work there is. */
    int queued();

    /** How many looks for a second document are to come. */
    int rechecksToCome();

    /** What was announced and committed, oldest first. */
    List<PostingChanged> changes();

    List<PostingFinding> findings();

    /** A person resolves its exception; false when it waits for nobody. */
    boolean giveUp(PostingKey key, String why);

    void makeWaitFor(PostingKey waiting, PostingKey predecessor);

    void rank(PostingKey key, int rank);
}
