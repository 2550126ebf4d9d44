package centrasage.sync.posting;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.store.Attempt;
import centrasage.sync.store.Link;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The in-memory store with the test's view of it. */
public final class MemoryWorld implements StoreWorld {
    private final MovableClock clock = new MovableClock();
    private final List<PostingChanged> changes = new CopyOnWriteArrayList<>();
    private final List<PostingFinding> findings = new CopyOnWriteArrayList<>();
    private final MemoryStore store;

    public MemoryWorld(Duration settle) {
        store = new MemoryStore(clock, settle, FAILURES_MAX, changes::add, findings::add);
    }

    /** One that keeps no list of what happens, and tells it at once. */
    public MemoryWorld(Duration settle, Consumer<PostingChanged> changed, Consumer<PostingFinding> found) {
        store = new MemoryStore(clock, settle, changed, found);
    }

    /** Every posting there is. */
    public List<Posting> postings() {
        return store.postings().stream().map(MemoryPosting::toPosting).toList();
    }

    /** What a posting is or was to write. */
    public Optional<Command> command(long postingId) {
        return store.posting(postingId)
                .flatMap(posting -> posting.planned.plan() instanceof Plan.Post post
                        ? Optional.of(post.command())
                        : Optional.empty());
    }

    /** A person sends what follows from a posted document again, as it is. */
    public void sendAgain(PostingKey key) {
        store.sendAgain(key);
    }

    /** Some version of this document waits for its plan, or none. */
    public void waits(String documentKey, boolean waits) {
        store.waits(documentKey, waits);
    }

    @Override
    public MemoryStore store() {
        return store;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public Recorded record(Planned planned) {
        return store.record(planned);
    }

    @Override
    public Optional<Posting> posting(PostingKey key) {
        return store.posting(key).map(MemoryPosting::toPosting);
    }

    @Override
    public List<Attempt> attempts(long postingId) {
        return List.copyOf(store.posting(postingId).orElseThrow().attempts);
    }

    @Override
    public List<Link> links(long postingId) {
        MemoryPosting posting = store.posting(postingId).orElseThrow();
        Document document = posting.document;
        if (document == null) {
            return List.of();
        }
        PostingKey key = posting.key();
        String kind = key.kind().name().toLowerCase(Locale.ROOT);
        return List.of(new Link(
                "centra-" + kind, key.sourceKey(), "sage200-" + kind, key.company() + "/" + document.number()));
    }

    @Override
    public void aNewerVersionWaits(String number) {
        store.waits(number, true);
    }

    @Override
    public void itIsPlanned(String number) {
        store.waits(number, false);
    }

    @Override
    public int queued() {
        return (int) store.postings().stream()
                .filter(posting -> posting.state.isUnfinished())
                .count();
    }

    @Override
    public int rechecksToCome() {
        return (int) store.postings().stream()
                .filter(posting -> posting.recheckAt != null)
                .count();
    }

    @Override
    public List<PostingChanged> changes() {
        return changes;
    }

    @Override
    public List<PostingFinding> findings() {
        return findings;
    }

    @Override
    public boolean giveUp(PostingKey key, String why) {
        return store.giveUp(key, "given up by ann: " + why);
    }

    @Override
    public void makeWaitFor(PostingKey waiting, PostingKey predecessor) {
        store.posting(waiting).orElseThrow().waitsFor =
                store.posting(predecessor).orElseThrow();
    }

    @Override
    public void rank(PostingKey key, int rank) {
        store.posting(key).orElseThrow().rank = rank;
    }
}
