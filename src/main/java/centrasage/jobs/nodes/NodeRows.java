package centrasage.jobs.nodes;

import centrasage.jobs.run.Heartbeat;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The table of the processes, by the database's time. */
@ApplicationScoped
class NodeRows {
    /** A dead one is shown for so long, then forgotten. */
    private static final Duration KEPT = Duration.ofDays(7);

    private EntityManager entities;
    private DatabaseTime time;
    private Heartbeat heartbeat;

    @SuppressWarnings("NullAway.Init")
    NodeRows() {}

    @Inject
    NodeRows(EntityManager entities, DatabaseTime time, Heartbeat heartbeat) {
        this.entities = entities;
        this.time = time;
        this.heartbeat = heartbeat;
    }

    /** Takes the place of whatever had this name before. */
    @Atomic(alone = true)
    public void begin(String name, String boot, String address) {
        Instant now = time.now();
        entities.createQuery("DELETE FROM NodeRow n WHERE n.seenAt < :limit")
                .setParameter("limit", now.minus(KEPT))
                .executeUpdate();
        NodeRow row = entities.find(NodeRow.class, name);
        if (row == null) {
            row = new NodeRow(name);
            row.begin(boot, address, now);
            entities.persist(row);
        } else {
            row.begin(boot, address, now);
        }
    }

    /** False when this start of the process has no row any more: another one has taken its name. */
    @Atomic(alone = true)
    public boolean beat(String name, String boot) {
        return entities.createQuery("UPDATE NodeRow n SET n.seenAt = :now WHERE n.name = :name AND n.boot = :boot")
                        .setParameter("now", time.now())
                        .setParameter("name", name)
                        .setParameter("boot", boot)
                        .executeUpdate()
                == 1;
    }

    @Atomic
    public List<KnownNode> all() {
        Instant deadSince = time.now().minus(heartbeat.limit());
        return entities.createQuery("SELECT n FROM NodeRow n ORDER BY n.name", NodeRow.class).getResultList().stream()
                .map(row -> row.known(deadSince))
                .toList();
    }

    /** An orderly end leaves nothing behind. */
    @Atomic(alone = true)
    public void end(String name, String boot) {
        entities.createQuery("DELETE FROM NodeRow n WHERE n.name = :name AND n.boot = :boot")
                .setParameter("name", name)
                .setParameter("boot", boot)
                .executeUpdate();
    }
}
