package centrasage.sync.changes;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What changes of the mappings would do, as it was worked out, for a few days. */
@ApplicationScoped
public class Impacts {
    private static final Duration KEPT = Duration.ofDays(7);

    /** Whoever works it out is seen every second or so: after this silence its process is gone. */
    private static final Duration SILENCE_MAX = Duration.ofMinutes(2);

    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Impacts() {}

    @Inject
    public Impacts(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /** As it stands; one whose process died is as one that failed. */
    @Atomic
    public Optional<StoredImpact> of(String id) {
        Instant now = time.now();
        return Optional.ofNullable(entities.find(ImpactRow.class, id))
                .map(ImpactRow::toImpact)
                .map(impact -> isDead(impact, now)
                        ? new StoredImpact(
                                StoredImpact.State.FAILED,
                                impact.startedAt(),
                                impact.seenAt(),
                                impact.looked(),
                                "centra-sage200 was restarted meanwhile; show it again")
                        : impact);
    }

    /** @return false where somebody works it out at this moment */
    @Atomic(alone = true)
    public boolean begin(String id) {
        Instant now = time.now();
        entities.createQuery("DELETE FROM ImpactRow i WHERE i.startedAt < :before")
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
        ImpactRow row = entities.find(ImpactRow.class, id);
        if (row == null) {
            entities.persist(new ImpactRow(id, now));
            return true;
        }
        StoredImpact before = row.toImpact();
        if (before.state() == StoredImpact.State.RUNNING && !isDead(before, now)) {
            return false;
        }
        row.begin(now);
        return true;
    }

    @Atomic(alone = true)
    public void goOn(String id, int looked) {
        ImpactRow row = entities.find(ImpactRow.class, id);
        if (row != null) {
            row.goOn(looked, time.now());
        }
    }

    @Atomic(alone = true)
    public void end(String id, StoredImpact.State state, String result) {
        ImpactRow row = entities.find(ImpactRow.class, id);
        if (row != null) {
            row.end(state, result, time.now());
        }
    }

    private static boolean isDead(StoredImpact impact, Instant now) {
        return impact.state() == StoredImpact.State.RUNNING
                && impact.seenAt().plus(SILENCE_MAX).isBefore(now);
    }
}
