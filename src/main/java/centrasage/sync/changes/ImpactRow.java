package centrasage.sync.changes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one change would do to the documents of some days. */
@Entity
@Table(name = "mapping_impact")
@SuppressWarnings("NullAway.Init")
class ImpactRow {
    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private StoredImpact.State state;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    private int looked;
    private @Nullable String result;

    ImpactRow() {}

    ImpactRow(String id, Instant now) {
        this.id = id;
        begin(now);
    }

    final void begin(Instant now) {
        state = StoredImpact.State.RUNNING;
        startedAt = now;
        seenAt = now;
        looked = 0;
        result = null;
    }

    void goOn(int documents, Instant now) {
        looked = documents;
        seenAt = now;
    }

    void end(StoredImpact.State ended, String what, Instant now) {
        state = ended;
        result = what;
        seenAt = now;
    }

    StoredImpact toImpact() {
        return new StoredImpact(state, startedAt, seenAt, looked, result);
    }
}
