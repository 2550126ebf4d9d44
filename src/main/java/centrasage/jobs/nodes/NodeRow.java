package centrasage.jobs.nodes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One process by its name; the next start of the same name takes its place. */
@Entity
@Table(name = "node")
@SuppressWarnings("NullAway.Init")
class NodeRow {
    @Id
    private String name;

    private String boot;
    private String address;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    NodeRow() {}

    NodeRow(String name) {
        this.name = name;
    }

    void begin(String by, String at, Instant now) {
        this.boot = by;
        this.address = at;
        this.startedAt = now;
        this.seenAt = now;
    }

    boolean isOf(String by) {
        return boot.equals(by);
    }

    /** @param deadSince a node that was last seen before this is dead */
    KnownNode known(Instant deadSince) {
        return new KnownNode(name, boot, address, startedAt, seenAt, seenAt.isAfter(deadSince));
    }
}
