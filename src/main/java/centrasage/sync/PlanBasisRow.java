package centrasage.sync;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the present plans were made under. */
@Entity
@Table(name = "plan_basis")
@SuppressWarnings("NullAway.Init")
class PlanBasisRow {
    @Id
    private String name;

    private String basis;

    @Column(name = "changed_at")
    private Instant changedAt;

    PlanBasisRow() {}

    PlanBasisRow(String name) {
        this.name = name;
        this.basis = "";
    }

    boolean is(String other) {
        return basis.equals(other);
    }

    void become(String next, Instant now) {
        basis = next;
        changedAt = now;
    }
}
