package centrasage.sync.staging;

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

    PlanBasisRow(String name, String basis, Instant now) {
        this.name = name;
        become(basis, now);
    }

    String name() {
        return name;
    }

    boolean is(String other) {
        return basis.equals(other);
    }

    final void become(String next, Instant now) {
        basis = next;
        changedAt = now;
    }
}
