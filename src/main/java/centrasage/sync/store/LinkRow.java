package centrasage.sync.store;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Two documents that belong together, found from either side. */
@Entity
@Table(name = "link")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class LinkRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Column(name = "from_kind")
    private String fromKind;

    @Column(name = "from_key")
    private String fromKey;

    @Column(name = "to_kind")
    private String toKind;

    @Column(name = "to_key")
    private String toKey;

    @Column(name = "posting_id")
    private long postingId;

    @Column(name = "created_at")
    private Instant createdAt;

    LinkRow() {}

    LinkRow(Link link, long postingId, Instant createdAt) {
        this.fromKind = link.fromKind();
        this.fromKey = link.fromKey();
        this.toKind = link.toKind();
        this.toKey = link.toKey();
        this.postingId = postingId;
        this.createdAt = createdAt;
    }

    Link toLink() {
        return new Link(fromKind, fromKey, toKind, toKey);
    }
}
