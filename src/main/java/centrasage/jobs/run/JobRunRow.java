package centrasage.jobs.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Which node runs which execution of the job repository. */
@Entity
@Table(name = "job_run")
@SuppressWarnings("NullAway.Init")
class JobRunRow {
    @Id
    @Column(name = "execution_id")
    private long executionId;

    private String job;

    /** Asked for in SQL only, by the beginning of its name. */
    @SuppressWarnings("UnusedVariable")
    private String holder;

    @Column(name = "started_by")
    private String startedBy;

    private String parameters;

    @Column(name = "started_at")
    private Instant startedAt;

    JobRunRow() {}

    JobRunRow(long executionId, String job, String holder, String startedBy, String parameters, Instant startedAt) {
        this.executionId = executionId;
        this.job = job;
        this.holder = holder;
        this.startedBy = startedBy;
        this.parameters = parameters;
        this.startedAt = startedAt;
    }

    long executionId() {
        return executionId;
    }

    String job() {
        return job;
    }

    String holder() {
        return holder;
    }

    String startedBy() {
        return startedBy;
    }

    String parameters() {
        return parameters;
    }

    Instant startedAt() {
        return startedAt;
    }
}
