package centrasage.sync.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The key of one order's personal data; its row outlives it. */
@Entity
@Table(name = "personal_key")
@SuppressWarnings("NullAway.Init")
class PersonalKeyRow {
    @Id
    private String subject;

    @Column(name = "wrapped_key")
    private byte @Nullable [] wrappedKey;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "destroyed_at")
    private @Nullable Instant destroyedAt;

    /** By which rules its customer can be looked for; 0 by none. */
    @Column(name = "marked_by")
    private int markedBy;

    PersonalKeyRow() {}

    PersonalKeyRow(String subject, byte[] wrappedKey, Instant createdAt) {
        this.subject = subject;
        this.wrappedKey = wrappedKey.clone();
        this.createdAt = createdAt;
    }

    String subject() {
        return subject;
    }

    byte @Nullable [] wrappedKey() {
        return wrappedKey;
    }

    void markedBy(int rules) {
        markedBy = rules;
    }

    void destroy(Instant now) {
        wrappedKey = null;
        destroyedAt = now;
    }
}
