package centrasage.sync.staging;

import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.Sha256;
import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a source document, exactly as received, encrypted. */
@Entity
@Table(name = "staged_document")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class StagedRow {
    public enum State {
        /** Waits for its plan. */
        STAGED,
        PLANNED,
        /** A later version came before it was planned. */
        SUPERSEDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String kind;

    @Column(name = "source_key")
    private String sourceKey;

    /** Null of what was staged before others than orders were. */
    private @Nullable String subject;

    private int version;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "content_hash")
    private String contentHash;

    private byte[] payload;

    @Column(name = "source_updated_at")
    private Instant sourceUpdatedAt;

    @Column(name = "staged_at")
    private Instant stagedAt;

    /** Null of what was staged before it was kept. */
    @Column(name = "read_at")
    private @Nullable Instant readAt;

    StagedRow() {}

    /** @param content what of the payload counts, encrypted as well */
    StagedRow(String kind, Received received, int version, byte[] payload, byte[] content, Staging.Moments moments) {
        this.kind = kind;
        this.sourceKey = received.sourceKey();
        this.subject = received.subject();
        this.version = version;
        this.state = State.STAGED;
        this.contentHash = Sha256.hex(content);
        this.payload = payload.clone();
        this.sourceUpdatedAt = received.updatedAt();
        this.stagedAt = moments.stagedAt();
        this.readAt = moments.readAt();
    }

    long id() {
        return id;
    }

    DocumentVersion document() {
        return new DocumentVersion(kind, sourceKey, version);
    }

    String sourceKey() {
        return sourceKey;
    }

    /** Under whose key its personal data lies. */
    String subject() {
        return subject == null ? OrderName.of(sourceKey) : subject;
    }

    int version() {
        return version;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    boolean isSame(byte[] otherContent) {
        return contentHash.equals(Sha256.hex(otherContent));
    }

    /** Whether it is the newer of two, by our reading and by the source's own account: either may be wrong, not both. */
    boolean wasReadSince(Received other, Instant otherReadAt) {
        Instant read = readAt == null ? stagedAt : readAt;
        return !read.isBefore(otherReadAt) && sourceUpdatedAt.isAfter(other.updatedAt());
    }

    byte[] payload() {
        return payload.clone();
    }

    Instant sourceUpdatedAt() {
        return sourceUpdatedAt;
    }

    Instant stagedAt() {
        return stagedAt;
    }
}
