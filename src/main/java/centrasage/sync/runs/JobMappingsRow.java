package centrasage.sync.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** By which version of the mappings one start of a job plans, with all its restarts. */
@Entity
@Table(name = "job_mappings")
@SuppressWarnings("NullAway.Init")
class JobMappingsRow {
    @Id
    @Column(name = "instance_id")
    private long instanceId;

    private int version;

    JobMappingsRow() {}

    JobMappingsRow(long instanceId) {
        this.instanceId = instanceId;
    }

    void pin(int number) {
        this.version = number;
    }

    int version() {
        return version;
    }
}
