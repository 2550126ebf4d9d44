package centrasage.sync.numbers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A posting whose number the source does not know yet; gone once it does. */
@Entity
@Table(name = "number_to_tell")
@SuppressWarnings("NullAway.Init")
class NumberRow {
    @Id
    @Column(name = "posting_id")
    private long postingId;

    /** Asked for in queries only. */
    @Column(name = "not_before")
    @SuppressWarnings("UnusedVariable")
    private Instant notBefore;

    private int tries;

    NumberRow() {}

    NumberRow(long postingId, Instant now) {
        this.postingId = postingId;
        this.notBefore = now;
    }

    void later(Instant at) {
        notBefore = at;
        tries++;
    }
}
