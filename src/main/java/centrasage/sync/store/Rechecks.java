package centrasage.sync.store;

import centrasage.flow.Partner;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Looks;
import centrasage.sync.posting.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When a key is looked for once more, because there may be a document too many under it. In the caller's transaction. */
@ApplicationScoped
class Rechecks {
    private EntityManager entities;
    private DatabaseTime time;
    private CommandVault vault;
    private Moves moves;
    private Duration settle;

    @SuppressWarnings("NullAway.Init")
    Rechecks() {}

    @Inject
    Rechecks(
            EntityManager entities,
            DatabaseTime time,
            CommandVault vault,
            Moves moves,
            @ConfigProperty(name = "sage200.in-doubt-settle") Duration settle) {
        this.entities = entities;
        this.time = time;
        this.vault = vault;
        this.moves = moves;
        this.settle = settle;
    }

    /** Once in doubt, a late commit may still make a second document; without a doubt, somebody else may have. */
    void begin(PostingRow row) {
        look(row, time.now().plus(settle));
    }

    private void look(PostingRow row, Instant at) {
        RecheckRow recheck = entities.find(RecheckRow.class, row.id());
        if (recheck == null) {
            entities.persist(new RecheckRow(row.id(), at));
        } else {
            recheck.dueAt(at);
        }
    }

    /** As {@link centrasage.sync.posting.Store#rechecks}. */
    List<Claimed> due(Set<Partner> notOf, int limit) {
        Silence silence = new Silence(notOf);
        String answering = silence.isNone() ? "" : " AND NOT " + silence.covers("p");
        TypedQuery<PostingRow> due = entities.createQuery(
                        "SELECT p FROM PostingRow p, RecheckRow r WHERE r.postingId = p.id AND r.dueAt <= :now"
                                + answering + " ORDER BY r.dueAt",
                        PostingRow.class)
                .setParameter("now", time.now())
                .setMaxResults(limit);
        return silence.in(due).getResultList().stream()
                .map(row -> vault.claimed(row, "recheck", null, Unanswered.NONE))
                .toList();
    }

    /** As {@link centrasage.sync.posting.Store#rechecked}. */
    void done(Claimed claimed, List<PostingFinding> findings) {
        findings.forEach(moves::report);
        PostingRow row = moves.lock(claimed.postingId());
        Optional<Instant> next = row.everInDoubt() ? next(row) : Optional.empty();
        next.ifPresentOrElse(at -> look(row, at), () -> end(row));
    }

    /** As {@link centrasage.sync.posting.Store#recheckLater}. */
    void later(Claimed claimed, PostingFinding ifNeverTold) {
        PostingRow row = moves.lock(claimed.postingId());
        next(row).ifPresentOrElse(at -> look(row, at), () -> {
            end(row);
            if (row.everInDoubt()) {
                moves.report(ifNeverTold);
            }
        });
    }

    private Optional<Instant> next(PostingRow row) {
        return Looks.next(row.since(), time.now(), settle);
    }

    private void end(PostingRow row) {
        entities.createQuery("DELETE FROM RecheckRow r WHERE r.postingId = :id")
                .setParameter("id", row.id())
                .executeUpdate();
    }
}
