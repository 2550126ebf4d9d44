package centrasage.security.openid;

import centrasage.security.openid.Returned.Kind;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/**
 * The browsers that are on their way, in the store: one may come back to another node. Each is good once and for ten minutes.
 * Anybody may begin, so there is a limit: beyond it the oldest are forgotten.
 */
@ApplicationScoped
class Attempts {
    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final int MOST = 1_000;

    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Attempts() {}

    @Inject
    Attempts(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    @Atomic
    void begin(Attempt attempt) {
        Instant now = time.now();
        forgetUntil(now.minus(GOOD_FOR));
        entities.createQuery("SELECT a.begunAt FROM JourneyRow a ORDER BY a.begunAt DESC", Instant.class)
                .setFirstResult(MOST - 1)
                .setMaxResults(1)
                .getResultList()
                .forEach(this::forgetUntil);
        JourneyRow row = new JourneyRow(attempt);
        row.begun(now);
        entities.persist(row);
    }

    private void forgetUntil(Instant last) {
        entities.createQuery("DELETE FROM JourneyRow a WHERE a.begunAt <= :last")
                .setParameter("last", last)
                .executeUpdate();
    }

    /**
     * The attempt of this state and browser, used up by asking. A state without its browser uses nothing up, or whoever saw an
     * address could end the attempts of others.
     */
    @Atomic
    Attempt take(String state, String browser) throws ProviderRefused {
        JourneyRow row = entities.find(JourneyRow.class, Attempt.hash(state));
        if (row == null) {
            throw new ProviderRefused(Kind.NOT_OURS, "this sign-in was not begun here, or is used up");
        }
        if (!row.isFrom(browser)) {
            throw new ProviderRefused(Kind.OTHER_BROWSER, "another browser came back than the one that was sent");
        }
        boolean tooOld = time.now().isAfter(row.begunAt().plus(GOOD_FOR));
        Attempt attempt = row.toAttempt(state, browser);
        int taken = entities.createQuery("DELETE FROM JourneyRow a WHERE a.stateHash = :hash")
                .setParameter("hash", Attempt.hash(state))
                .executeUpdate();
        entities.detach(row);
        if (taken == 0) {
            throw new ProviderRefused(Kind.NOT_OURS, "this sign-in was used up a moment ago");
        }
        return tooOld ? tooOld() : attempt;
    }

    private static Attempt tooOld() throws ProviderRefused {
        throw new ProviderRefused(Kind.TOO_OLD, "it was begun more than " + GOOD_FOR.toMinutes() + " minutes ago");
    }
}
