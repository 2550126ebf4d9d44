package centrasage.sync.record;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The audit trail: rows are written in the business transaction, unchained, so that they never serialise the lanes. */
@ApplicationScoped
public class Audit {
    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Audit() {}

    @Inject
    Audit(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /**
     * Writes one row into the caller's transaction.
     *
     * @param actor a sign-in name, or the part of the application that acts by itself
     * @param detail no personal data of a customer; longer than 2,000 characters is cut
     */
    @Atomic
    public void write(String actor, String action, String subject, String detail) {
        AuditRow row = new AuditRow(new AuditEntry(time.now(), actor, action, subject, detail));
        entities.persist(row);
        if (!Programs.is(actor)) {
            entities.persist(new AuditPersonRow(row));
        }
    }

    /** What happened to one subject, oldest first. */
    @Atomic
    public List<AuditEntry> of(String subject) {
        return entities
                .createQuery("SELECT a FROM AuditRow a WHERE a.subject = :subject ORDER BY a.id", AuditRow.class)
                .setParameter("subject", subject)
                .getResultList()
                .stream()
                .map(AuditRow::toEntry)
                .toList();
    }
}
