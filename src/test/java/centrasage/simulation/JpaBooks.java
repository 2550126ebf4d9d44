package centrasage.simulation;

import centrasage.flow.PostingKey;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.posting.Store;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Books in the real store, on H2 in memory. */
final class JpaBooks implements Books {
    private static final int MOST = 1000;

    private final JpaWorld world;

    JpaBooks(Duration settle) {
        world = new JpaWorld(settle);
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
        return world.staging();
    }

    @Override
    public Postings postings() {
        return world.postings();
    }

    @Override
    public PostedDocuments documents() {
        return world.postedDocuments();
    }

    @Override
    public <T> T together(Supplier<T> work) {
        return world.transactions().inNew(work::get);
    }

    @Override
    public void observe(Consumer<PostingChanged> changed, Consumer<PostingFinding> found) {
        world.observe(changed, found, withdrawn -> {});
    }

    @Override
    public List<Posting> all() {
        return world.postings().list(new Postings.Filter(null, null, null), Long.MAX_VALUE, MOST);
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
        world.posting(key).ifPresent(posting -> world.givingUp().sendAgain(posting.id(), "a person"));
    }
}
