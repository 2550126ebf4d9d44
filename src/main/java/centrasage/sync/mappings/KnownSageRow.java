package centrasage.sync.mappings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A part of what one Sage company held when it was last read for the check of the mappings. */
@Entity
@Table(name = "sage_known")
@SuppressWarnings("NullAway.Init")
class KnownSageRow {
    @Id
    private String id;

    private String company;
    private int part;

    @Column(name = "read_at")
    private Instant readAt;

    private String content;

    KnownSageRow() {}

    KnownSageRow(String company, int part, Instant readAt, String content) {
        this.id = company + "/" + part;
        this.company = company;
        this.part = part;
        this.readAt = readAt;
        this.content = content;
    }

    Instant readAt() {
        return readAt;
    }

    String content() {
        return content;
    }
}
