package centrasage.sync.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A posting whose key is looked for again. */
@Entity
@Table(name = "posting_recheck")
@SuppressWarnings("NullAway.Init")
class RecheckRow {
    @Id
    @Column(name = "posting_id")
    private long postingId;

    @Column(name = "due_at")
    private Instant dueAt;

    RecheckRow() {}

    RecheckRow(long postingId, Instant dueAt) {
        this.postingId = postingId;
        this.dueAt = dueAt;
    }

    void dueAt(Instant at) {
        this.dueAt = at;
    }
}
