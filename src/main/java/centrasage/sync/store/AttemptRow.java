package centrasage.sync.store;

import centrasage.sync.database.Ids;
import centrasage.sync.posting.Claimed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One send of a posting: written with the intent, ended with the outcome. */
@Entity
@Table(name = "posting_attempt")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class AttemptRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "posting_id")
    private long postingId;

    private int number;

    /** Kept as evidence: nobody asks for it but a person with SQL. */
    @SuppressWarnings("UnusedVariable")
    private String holder;

    @Column(name = "started_at")
    private Instant startedAt;

    /** Null until the outcome is known; for ever where the process died before. */
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private String outcome;
    private @Nullable String detail;

    AttemptRow() {}

    AttemptRow(Claimed claimed, Instant startedAt) {
        this.postingId = claimed.postingId();
        this.number = claimed.attempts() + 1;
        this.holder = claimed.holder();
        this.startedAt = startedAt;
        this.outcome = Attempt.SENDING;
    }

    Attempt toAttempt() {
        return new Attempt(number, startedAt, endedAt, outcome, detail);
    }
}
