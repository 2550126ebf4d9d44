package centrasage.sync.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a person stands behind a row of the trail, so that those are found among the millions that the program writes. */
@Entity
@Table(name = "audit_person")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class AuditPersonRow {
    /** With which looks begin, told apart from deeds. */
    private static final String LOOK = "LOOK";

    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    private AuditTrail.Behind kind;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    AuditPersonRow() {}

    AuditPersonRow(AuditRow row) {
        AuditEntry entry = row.toEntry();
        this.id = row.id();
        this.kind = entry.action().startsWith(LOOK) ? AuditTrail.Behind.LOOK : AuditTrail.Behind.DEED;
        this.occurredAt = entry.occurredAt();
    }
}
