package centrasage.sync.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What people were told that a posted document has become at its source. */
@Entity
@Table(name = "posting_change")
@SuppressWarnings("NullAway.Init")
class ChangeRow {
    @Id
    @Column(name = "posting_id")
    private long postingId;

    private String content;

    /** Asked for by people who look into the table. */
    @Column(name = "told_at")
    @SuppressWarnings("UnusedVariable")
    private Instant toldAt;

    ChangeRow() {}

    ChangeRow(long postingId, String content, Instant now) {
        this.postingId = postingId;
        become(content, now);
    }

    boolean is(String other) {
        return content.equals(other);
    }

    final void become(String next, Instant now) {
        content = next;
        toldAt = now;
    }
}
