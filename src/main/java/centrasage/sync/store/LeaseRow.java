package centrasage.sync.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who may write to a named thing, until when. */
@Entity
@Table(name = "lease")
@SuppressWarnings("NullAway.Init")
class LeaseRow {
    @Id
    private String name;

    private String holder;

    @Column(name = "until_at")
    private Instant until;

    LeaseRow() {}

    LeaseRow(String name, String holder, Instant until) {
        this.name = name;
        this.holder = holder;
        this.until = until;
    }

    Lease toLease() {
        return new Lease(name, holder, until);
    }
}
