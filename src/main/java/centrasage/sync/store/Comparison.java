package centrasage.sync.store;

import centrasage.flow.PostingState;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.Changes;
import centrasage.sync.posting.Marks;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/**
 * Compares what was posted or given up with what its source says now, and tells of each other content once. The source sends
 * its documents anew whenever anything about them changes, our own number included: the same content again is no news.
 */
@ApplicationScoped
class Comparison {
    private EntityManager entities;
    private Moves moves;
    private DatabaseTime time;
    private CommandVault vault;

    @SuppressWarnings("NullAway.Init")
    Comparison() {}

    @Inject
    Comparison(EntityManager entities, Moves moves, DatabaseTime time, CommandVault vault) {
        this.entities = entities;
        this.moves = moves;
        this.time = time;
        this.vault = vault;
    }

    /** @param row locked by the caller */
    Recorded of(PostingRow row, Planned planned) {
        Changes.Before before = before(row);
        Marks now = vault.marks(row.object(), planned.printed());
        Optional<Changes.Change> change = Changes.since(before, planned, now);
        if (change.isPresent()) {
            return isNews(row, change.get().content()) ? told(row, change.get()) : same(before);
        }
        if (Changes.isAsBefore(before, planned, now)) {
            asBefore(row);
        }
        return same(before);
    }

    private static Changes.Before before(PostingRow row) {
        boolean givenUp = row.state() == PostingState.ABANDONED;
        return new Changes.Before(givenUp, row.document().version(), row.amount(), row.fingerprint(), row.marks());
    }

    private static Recorded same(Changes.Before before) {
        return before.givenUp() ? Recorded.GIVEN_UP : Recorded.UNCHANGED;
    }

    private boolean isNews(PostingRow row, String content) {
        ChangeRow told = entities.find(ChangeRow.class, row.id());
        if (told == null) {
            entities.persist(new ChangeRow(row.id(), content, time.now()));
            return true;
        }
        boolean isNews = !told.is(content);
        if (isNews) {
            told.become(content, time.now());
        }
        return isNews;
    }

    private Recorded told(PostingRow row, Changes.Change change) {
        moves.report(new PostingFinding(
                row.id(), row.key(), PostingFinding.Kind.CHANGED_AFTER_POSTING, change.difference(), change.reason()));
        return Recorded.CHANGED_AFTER_POSTING;
    }

    /** It was amended to what its source says: people need not be told, and what they were told of is over. */
    void settled(PostingRow row) {
        ChangeRow told = entities.find(ChangeRow.class, row.id());
        if (told != null) {
            entities.remove(told);
        }
    }

    private void asBefore(PostingRow row) {
        ChangeRow told = entities.find(ChangeRow.class, row.id());
        if (told != null) {
            entities.remove(told);
            moves.withdrawn(row);
        }
    }
}
