package centrasage.sync.record;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One deed; written unchained in the business transaction, numbered and chained by {@link AuditSealer}. */
@Entity
@Table(name = "audit_entry")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class AuditRow {
    static final int DETAIL_LENGTH = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    private String actor;
    private String action;
    private String subject;
    private String detail;

    @Column(name = "seal_number")
    private @Nullable Long sealNumber;

    @Column(name = "seal_hash")
    private @Nullable String sealHash;

    AuditRow() {}

    AuditRow(AuditEntry entry) {
        this.occurredAt = entry.occurredAt();
        this.actor = entry.actor();
        this.action = entry.action();
        this.subject = entry.subject();
        this.detail = entry.detail().substring(0, Math.min(entry.detail().length(), DETAIL_LENGTH));
    }

    void seal(long number, String hash) {
        this.sealNumber = number;
        this.sealHash = hash;
    }

    @Nullable
    Long sealNumber() {
        return sealNumber;
    }

    @Nullable
    String sealHash() {
        return sealHash;
    }

    long id() {
        return id;
    }

    AuditEntry toEntry() {
        return new AuditEntry(occurredAt, actor, action, subject, detail);
    }
}
