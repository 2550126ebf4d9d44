package centrasage.desk.bulk;

import centrasage.sync.database.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deed about many exceptions: prepared, begun, and ended. */
@Entity
@Table(name = "desk_bulk")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class BulkRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    @Enumerated(EnumType.STRING)
    private BulkDeed.Kind deed;

    @Enumerated(EnumType.STRING)
    private Bulk.State state;

    private String person;
    private String words;

    @Column(name = "given_to")
    private String givenTo;

    @Column(name = "ignored_until")
    private @Nullable Instant ignoredUntil;

    private String selection;
    private int items;
    private int beyond;

    @Column(name = "mapping_version")
    private int mappingVersion;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Version
    private int revision;

    BulkRow() {}

    BulkRow(BulkDeed deed, String person, String selection, Instant now) {
        this.deed = deed.kind();
        this.state = Bulk.State.PREVIEW;
        this.person = person;
        this.words = deed.words();
        this.givenTo = deed.to();
        this.ignoredUntil = deed.until() == null ? null : deed.until().until();
        this.selection = selection.substring(0, Math.min(selection.length(), 1000));
        this.madeAt = now;
    }

    void holds(int many, int more, int mappings) {
        items = many;
        beyond = more;
        mappingVersion = mappings;
    }

    long id() {
        return id;
    }

    Bulk.State state() {
        return state;
    }

    void begin(String by, Instant now) {
        state = Bulk.State.RUNNING;
        person = by;
        startedAt = now;
    }

    void end(Bulk.State as, Instant now) {
        state = as;
        endedAt = now;
    }

    /** What it is called in the audit trail. */
    String subject() {
        return "bulk/" + id;
    }

    Bulk toBulk() {
        return new Bulk(
                id,
                deed,
                state,
                person,
                words,
                givenTo,
                ignoredUntil,
                selection,
                items,
                beyond,
                mappingVersion,
                madeAt,
                startedAt,
                endedAt);
    }
}
