package centrasage.sync.store;

import centrasage.flow.PostingState;
import centrasage.sync.circuit.Circuits;
import centrasage.sync.circuit.OpenCircuit;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What stopped for one cause: which of it is tried, and that all of it goes out again once the cause is over. */
@ApplicationScoped
public class Gathering {
    /** Of what goes out again, in one transaction. */
    private static final int BATCH = 100;

    private static final Set<PostingState> STOPPED = EnumSet.of(PostingState.HELD, PostingState.REFUSED);

    private EntityManager entities;
    private DatabaseTime time;
    private Circuits circuits;
    private Moves moves;

    @SuppressWarnings("NullAway.Init")
    Gathering() {}

    @Inject
    Gathering(EntityManager entities, DatabaseTime time, Circuits circuits, Moves moves) {
        this.entities = entities;
        this.time = time;
        this.circuits = circuits;
        this.moves = moves;
    }

    /** Before work is looked for: what is to be probed is chosen, and what waited for a cause that is over is due again. */
    @Atomic(alone = true)
    public void goOn() {
        Instant now = time.now();
        circuits.toProbe(now).forEach(circuit -> probe(circuit, now));
        circuits.all().stream()
                .filter(circuit -> circuit.releasedAt() != null)
                .forEach(circuit -> release(circuit, now));
    }

    /** Of this very cause first: when one of these goes through, the cause is gone. Without any, the oldest that waits for it. */
    private void probe(OpenCircuit circuit, Instant now) {
        List<Long> stopped = entities.createQuery(
                        "SELECT p.id FROM PostingRow p WHERE p.cause = :cause AND p.state = :refused ORDER BY p.since, p.id",
                        Long.class)
                .setParameter("cause", circuit.name())
                .setParameter("refused", PostingState.REFUSED)
                .setMaxResults(1)
                .getResultList();
        if (!stopped.isEmpty() && again(stopped.get(0), circuit.name(), now, "tried, whether its cause is gone")) {
            circuits.probe(circuit.name(), stopped.get(0));
        } else {
            waiting(circuit, now).stream().limit(1).forEach(id -> circuits.probe(circuit.name(), id));
        }
    }

    private List<Long> waiting(OpenCircuit circuit, Instant now) {
        return entities.createQuery(
                        "SELECT p.id FROM PostingRow p, QueueRow q WHERE q.postingId = p.id AND p.company = :company"
                                + " AND p.kind = :kind AND p.state = :planned AND q.notBefore <= :now"
                                + " ORDER BY q.priority, q.notBefore, p.id",
                        Long.class)
                .setParameter("company", circuit.cause().company())
                .setParameter("kind", circuit.cause().kind())
                .setParameter("planned", PostingState.PLANNED)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultList();
    }

    /** What has stopped since then has stopped anew, and is not sent again and again. */
    private void release(OpenCircuit circuit, Instant now) {
        entities.createQuery(
                        "SELECT p.id FROM PostingRow p WHERE p.cause = :cause AND p.state = :refused"
                                + " AND p.since <= :released ORDER BY p.id",
                        Long.class)
                .setParameter("cause", circuit.name())
                .setParameter("refused", PostingState.REFUSED)
                .setParameter("released", Objects.requireNonNull(circuit.releasedAt()))
                .setMaxResults(BATCH)
                .getResultList()
                .forEach(id -> again(id, circuit.name(), now, "its cause is gone"));
    }

    private boolean again(long id, String cause, Instant now, String why) {
        PostingRow row = moves.lock(id);
        boolean stands = row.isStoppedFor(cause) && row.state() == PostingState.REFUSED;
        if (stands) {
            moves.dueAgain(row, now, why);
        }
        return stands;
    }

    /** How many of the postings that stopped for a cause have an exception of their own still: their ids, the first of them. */
    @Atomic
    public List<Long> toldAlone(String cause, int most) {
        return entities.createQuery(
                        "SELECT p.id FROM PostingRow p WHERE p.cause = :cause AND p.state IN :stopped"
                                + " AND p.gathered = false ORDER BY p.id",
                        Long.class)
                .setParameter("cause", cause)
                .setParameter("stopped", STOPPED)
                .setMaxResults(most)
                .getResultList();
    }

    /** Told of with its cause from now on, in the caller's transaction; false when it has not stopped for it any more. */
    @Atomic
    public boolean gather(long posting, String cause) {
        PostingRow row = moves.lock(posting);
        boolean stands = row.isStoppedFor(cause) && !row.isGathered();
        if (stands) {
            row.gather();
        }
        return stands;
    }
}
