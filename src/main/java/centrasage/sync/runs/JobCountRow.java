package centrasage.sync.runs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One count of an execution. */
@Entity
@Table(name = "job_count")
@IdClass(JobCountRow.Key.class)
@SuppressWarnings("NullAway.Init")
class JobCountRow {
    @Id
    @Column(name = "execution_id")
    private long executionId;

    @Id
    private String name;

    private long counted;

    JobCountRow() {}

    JobCountRow(long executionId, String name) {
        this.executionId = executionId;
        this.name = name;
    }

    void add(long more) {
        counted += more;
    }

    long executionId() {
        return executionId;
    }

    String name() {
        return name;
    }

    long counted() {
        return counted;
    }

    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long executionId;
        private String name = "";

        Key() {}

        Key(long executionId, String name) {
            this.executionId = executionId;
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.executionId == executionId && key.name.equals(name);
        }

        @Override
        public int hashCode() {
            return Objects.hash(executionId, name);
        }
    }
}
