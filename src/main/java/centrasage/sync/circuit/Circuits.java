package centrasage.sync.circuit;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether one cause stops many: after so many failures of one cause in a row its circuit opens, and from then on its documents are
 * gathered under it. Of what the other side refuses no more is sent but probes; one that goes through closes it. What is held in
 * planning has nothing to probe: it is closed when nothing is held for it any more.
 */
@ApplicationScoped
public class Circuits {
    private EntityManager entities;
    private Streaks streaks;
    private int failuresMax;
    private Duration probe;

    @SuppressWarnings("NullAway.Init")
    Circuits() {}

    @Inject
    public Circuits(
            EntityManager entities,
            Streaks streaks,
            @ConfigProperty(name = "posting.circuit-failures") int failuresMax,
            @ConfigProperty(name = "posting.circuit-probe") Duration probe) {
        this.entities = entities;
        this.streaks = streaks;
        this.failuresMax = failuresMax;
        this.probe = probe;
    }

    /**
     * A document was held or refused, in the caller's transaction; counted, and its circuit opened with the last of so many.
     *
     * @return whether the circuit is open, so that the document is gathered under it
     */
    public boolean failed(Cause cause, long posting, Instant now) {
        if (!cause.mayStopMany()) {
            return false;
        }
        Optional<CircuitRow> known = lock(cause.fingerprint());
        if (known.filter(CircuitRow::isOpen).isPresent()) {
            return true;
        }
        if (streak(cause).failed(cause.fingerprint(), posting) < failuresMax) {
            return false;
        }
        open(cause, now);
        return true;
    }

    /** Under the streak's lock: whoever held it before may have opened the circuit meanwhile. */
    private void open(Cause cause, Instant now) {
        Optional<CircuitRow> known = lock(cause.fingerprint());
        if (known.filter(CircuitRow::isOpen).isPresent()) {
            return;
        }
        CircuitRow circuit = known.orElseGet(() -> new CircuitRow(cause));
        circuit.open(cause, now, probe);
        if (known.isEmpty()) {
            entities.persist(circuit);
        }
    }

    private StreakRow streak(Cause cause) {
        String name = StreakRow.name(cause.company(), cause.kind(), cause.failedAs());
        if (!streaks.isThere(name)) {
            try {
                streaks.make(name, cause.kind());
            } catch (PersistenceException e) {
                // another node has made it in the same moment
            }
        }
        return streaks.lock(name);
    }

    private Optional<CircuitRow> lock(String name) {
        return Optional.ofNullable(entities.find(CircuitRow.class, name, LockModeType.PESSIMISTIC_WRITE));
    }

    /** A document could be planned: no cause stops all of its kind. In the caller's transaction. */
    public void planned(PostingKey key) {
        streaks.end(key.company(), key.kind(), PostingState.HELD);
    }

    /** The other side has taken a document that was sent to it; if it was a probe, its circuit is over. In the caller's transaction. */
    public void taken(PostingKey key, long posting, Instant now) {
        streaks.end(key.company(), key.kind(), PostingState.REFUSED);
        entities.createQuery("SELECT c FROM CircuitRow c WHERE c.probe = :posting ORDER BY c.cause", CircuitRow.class)
                .setParameter("posting", posting)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(circuit -> circuit.release(now));
    }

    /** Whether nothing of this kind but probes is sent to this company, and this one is none. */
    public boolean stops(PostingKey key, long posting) {
        return entities.createQuery(
                                "SELECT COUNT(c) FROM CircuitRow c WHERE c.company = :company AND c.kind = :kind"
                                        + " AND c.nextProbe IS NOT NULL AND (c.probe IS NULL OR c.probe <> :posting)",
                                Long.class)
                        .setParameter("company", key.company())
                        .setParameter("kind", key.kind())
                        .setParameter("posting", posting)
                        .getSingleResult()
                > 0;
    }

    /** Whether any kind of any company is stopped. */
    public boolean stopsAny() {
        return entities.createQuery("SELECT COUNT(c) FROM CircuitRow c WHERE c.nextProbe IS NOT NULL", Long.class)
                        .getSingleResult()
                > 0;
    }

    /** All there are, those that are over and still have something to send among them. */
    @Atomic
    public List<OpenCircuit> all() {
        return circuits(
                entities.createQuery("SELECT c FROM CircuitRow c ORDER BY c.openedAt, c.cause", CircuitRow.class));
    }

    @Atomic
    public Optional<OpenCircuit> get(String name) {
        return Optional.ofNullable(entities.find(CircuitRow.class, name)).map(CircuitRow::toCircuit);
    }

    /** The circuit, which nobody else changes, and under which nothing else is gathered, until the caller's transaction ends. */
    public Optional<OpenCircuit> held(String name) {
        return lock(name).map(CircuitRow::toCircuit);
    }

    /** Those that are to be probed by now, each for this caller alone: the next one is due a while later. In the caller's transaction. */
    public List<OpenCircuit> toProbe(Instant now) {
        return circuits(entities.createQuery(
                                "SELECT c FROM CircuitRow c WHERE c.nextProbe <= :now ORDER BY c.cause",
                                CircuitRow.class)
                        .setParameter("now", now))
                .stream()
                .filter(circuit -> entities.createQuery("UPDATE CircuitRow c SET c.nextProbe = :next"
                                        + " WHERE c.cause = :cause AND c.nextProbe <= :now")
                                .setParameter("next", now.plus(probe))
                                .setParameter("cause", circuit.name())
                                .setParameter("now", now)
                                .executeUpdate()
                        == 1)
                .toList();
    }

    /** This posting alone is sent now. In the caller's transaction. */
    public void probe(String name, long posting) {
        lock(name).filter(CircuitRow::isOpen).ifPresent(circuit -> {
            entities.refresh(circuit);
            circuit.probe(posting);
        });
    }

    /** Probed at once instead of in a while; nothing where there is nothing to probe. */
    @Atomic
    public void probeNow(String name, Instant now) {
        lock(name).filter(circuit -> circuit.toCircuit().stops()).ifPresent(circuit -> circuit.probeBy(now));
    }

    /** Nothing waits for it any more. In the caller's transaction. */
    public void end(String name) {
        lock(name).ifPresent(entities::remove);
    }

    private static List<OpenCircuit> circuits(TypedQuery<CircuitRow> query) {
        return query.getResultList().stream().map(CircuitRow::toCircuit).toList();
    }
}
