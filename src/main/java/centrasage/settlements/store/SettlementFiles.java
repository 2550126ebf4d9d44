package centrasage.settlements.store;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The files that were taken, each content once. */
@ApplicationScoped
public class SettlementFiles {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    SettlementFiles() {}

    @Inject
    public SettlementFiles(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Whether nothing would come of taking this content once more: it was read, and all its batches hold. What was stopped may be well by now,
     * because a setting has said what a type of line is.
     */
    @Atomic
    public boolean isDone(String contentHash) {
        return row(contentHash)
                .filter(file -> file.toFile().fault() == null)
                .filter(file -> entities.createQuery(
                                        "SELECT COUNT(b) FROM SettlementBatchRow b WHERE b.file = :file AND (b.state = :stopped"
                                                + " OR (b.state = :superseded AND b.faultsInAll = 0))",
                                        Long.class)
                                .setParameter("file", file.toFile().id())
                                .setParameter("stopped", BatchState.STOPPED)
                                .setParameter("superseded", BatchState.SUPERSEDED)
                                .getSingleResult()
                        == 0)
                .isPresent();
    }

    /** The file with this content; empty where it was never taken. */
    @Atomic
    public Optional<SettlementFile> of(String contentHash) {
        return row(contentHash).map(SettlementFileRow::toFile);
    }

    /** Whether a good file of this name, with another content than this, was taken before: then the name says nothing about what is in it. */
    @Atomic
    public boolean isOfSeveral(String name, String contentHash) {
        return entities.createQuery(
                                "SELECT COUNT(f) FROM SettlementFileRow f WHERE f.name = :name AND f.contentHash <> :hash"
                                        + " AND f.fault IS NULL",
                                Long.class)
                        .setParameter("name", name)
                        .setParameter("hash", contentHash)
                        .getSingleResult()
                > 0;
    }

    private Optional<SettlementFileRow> row(String contentHash) {
        return entities
                .createQuery("SELECT f FROM SettlementFileRow f WHERE f.contentHash = :hash", SettlementFileRow.class)
                .setParameter("hash", contentHash)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The file of this id; empty where there is none. */
    @Atomic
    public Optional<SettlementFile> file(long id) {
        return Optional.ofNullable(entities.find(SettlementFileRow.class, id)).map(SettlementFileRow::toFile);
    }

    /**
     * In the caller's transaction; the same content is one file, whatever it is called.
     *
     * @return its id
     */
    @Atomic
    public long put(SettlementFile file) {
        SettlementFileRow row = row(file.contentHash()).orElseGet(SettlementFileRow::new);
        row.become(file);
        entities.persist(row);
        return row.toFile().id();
    }
}
