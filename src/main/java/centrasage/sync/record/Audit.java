package centrasage.sync.record;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /**
     * Writes down that somebody looked at a customer's data; one row a person, subject and hour, however often the page is
     * drawn. It is sealed like every other row, and is no deed: {@link #of} leaves it out.
     */
    @Atomic
    public void look(String person, String subject) {
        Instant now = time.now();
        List<Instant> before = entities.createQuery(
                        "SELECT a.occurredAt FROM AuditRow a WHERE a.subject = :subject AND a.actor = :person"
                                + " AND a.action = :look ORDER BY a.id DESC",
                        Instant.class)
                .setParameter("subject", subject)
                .setParameter("person", person)
                .setParameter("look", AuditEntry.LOOK)
                .setMaxResults(1)
                .getResultList();
        if (before.stream().allMatch(last -> last.isBefore(now.truncatedTo(ChronoUnit.HOURS)))) {
            entities.persist(new AuditRow(new AuditEntry(now, person, AuditEntry.LOOK, subject, "a customer's data")));
        }
    }

    /** What happened to one subject from this moment on, oldest first; no more than {@code most}. */
    @Atomic
    public List<AuditEntry> of(String subject, Instant since, int most) {
        return entities
                .createQuery(
                        "SELECT a FROM AuditRow a WHERE a.subject = :subject AND a.occurredAt >= :since ORDER BY a.id",
                        AuditRow.class)
                .setParameter("subject", subject)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(AuditRow::toEntry)
                .toList();
    }

    /** What was done to one subject, oldest first; without who only looked. */
    @Atomic
    public List<AuditEntry> of(String subject) {
        return rows(subject, "a.action <> :look");
    }

    /** Who looked at one subject, oldest first. */
    @Atomic
    public List<AuditEntry> looks(String subject) {
        return rows(subject, "a.action = :look");
    }

    private List<AuditEntry> rows(String subject, String which) {
        return entities
                .createQuery(
                        "SELECT a FROM AuditRow a WHERE a.subject = :subject AND " + which + " ORDER BY a.id",
                        AuditRow.class)
                .setParameter("subject", subject)
                .setParameter("look", AuditEntry.LOOK)
                .getResultList()
                .stream()
                .map(AuditRow::toEntry)
                .toList();
    }
}
