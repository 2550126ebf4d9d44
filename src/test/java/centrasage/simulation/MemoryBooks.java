package centrasage.simulation;

import centrasage.flow.PostingKey;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.posting.MemoryWorld;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.posting.Store;
import centrasage.sync.staging.MemoryStaging;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.MemoryDocuments;
import centrasage.sync.store.MemoryPostings;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Books in memory. */
final class MemoryBooks implements Books {
    private final MemoryWorld world;
    private final Staging staging;
    private Consumer<PostingChanged> changed = change -> {};
    private Consumer<PostingFinding> found = finding -> {};

    MemoryBooks(Duration settle) {
        world = new MemoryWorld(settle, change -> changed.accept(change), finding -> found.accept(finding));
        staging = new MemoryStaging(() -> world.clock().now(), world::waits);
    }

    @Override
    public Store store() {
        return world.store();
    }

    @Override
    public MovableClock clock() {
        return world.clock();
    }

    @Override
    public Staging staging() {
        return staging;
    }

    @Override
    public Postings postings() {
        return new MemoryPostings(world::postings);
    }

    @Override
    public PostedDocuments documents() {
        return new MemoryDocuments(world::command);
    }

    @Override
    public <T> T together(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void observe(Consumer<PostingChanged> onChange, Consumer<PostingFinding> onFinding) {
        changed = onChange;
        found = onFinding;
    }

    @Override
    public List<Posting> all() {
        return world.postings();
    }

    @Override
    public int queued() {
        return world.queued();
    }

    @Override
    public int rechecksToCome() {
        return world.rechecksToCome();
    }

    @Override
    public void sendAgain(PostingKey key) {
        world.sendAgain(key);
    }
}
