package centrasage.sync.staging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far a source was read. */
@Entity
@Table(name = "watermark")
@SuppressWarnings("NullAway.Init")
class WatermarkRow {
    @Id
    private String name;

    @Column(name = "read_to")
    private Instant readTo;

    @Column(name = "moved_at")
    private Instant movedAt;

    WatermarkRow() {}

    WatermarkRow(String name, Instant readTo, Instant now) {
        this.name = name;
        move(readTo, now);
    }

    final void move(Instant to, Instant now) {
        readTo = to;
        movedAt = now;
    }

    Instant readTo() {
        return readTo;
    }
}
