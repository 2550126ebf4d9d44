package centrasage.jobs.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The fate of one run; runs that ended by themselves have none. */
@Entity
@Table(name = "job_fate")
@SuppressWarnings("NullAway.Init")
class JobFateRow {
    @Id
    @Column(name = "execution_id")
    private long executionId;

    @Enumerated(EnumType.STRING)
    private Fate fate;

    @Column(name = "decided_at")
    private Instant decidedAt;

    JobFateRow() {}

    JobFateRow(long executionId, Fate fate, Instant decidedAt) {
        this.executionId = executionId;
        this.fate = fate;
        this.decidedAt = decidedAt;
    }

    void decide(Fate now, Instant at) {
        this.fate = now;
        this.decidedAt = at;
    }

    Fate fate() {
        return fate;
    }
}
