package centrasage.desk.alert.cause;

import centrasage.desk.BusinessException;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
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
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A cause with how many exceptions it has open, and with what people know of it. */
@Entity
@Table(name = "alert_cause")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // read by queries
class CauseRow {
    /** What comes and goes is told no more often than this, unless it gets worse. */
    static final Duration AGAIN = Duration.ofHours(4);
    /** So many times more is news. */
    private static final int GROWTH = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String cause;

    @Enumerated(EnumType.STRING)
    private BusinessException.Kind kind;

    @Enumerated(EnumType.STRING)
    private Owner owner;

    private String headline;

    /** The exception of it that was seen last. */
    @Column(name = "example_id")
    private long exampleId;

    /** Whether nobody has looked yet what is to be told of its last changes. */
    @Column(name = "is_due")
    private boolean due;

    @Column(name = "open_count")
    private int open;

    private int occasion;

    @Column(name = "told_count")
    private int toldCount;

    @Enumerated(EnumType.STRING)
    @Column(name = "told_severity")
    private @Nullable Severity toldSeverity;

    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "over_at")
    private @Nullable Instant overAt;

    @Version
    private int revision;

    CauseRow() {}

    CauseRow(String cause, BusinessException first, Instant now) {
        this.cause = cause;
        kind = first.kind();
        owner = first.owner();
        headline = first.headline();
        exampleId = first.id();
        begunAt = now;
        overAt = now;
    }

    long id() {
        return id;
    }

    int open() {
        return open;
    }

    Instant begunAt() {
        return begunAt;
    }

    String headline() {
        return headline;
    }

    long exampleId() {
        return exampleId;
    }

    /** One exception more is open. */
    void more(BusinessException exception, Instant now) {
        open++;
        headline = exception.headline();
        exampleId = exception.id();
        if (overAt != null) {
            begin(now);
        }
    }

    private void begin(Instant now) {
        overAt = null;
        occasion++;
        begunAt = now;
        if (toldAt == null || !toldAt.plus(AGAIN).isAfter(now)) {
            toldCount = 0;
            toldSeverity = null;
        }
    }

    void less() {
        open--;
    }

    /** Something about it has changed. */
    void touch() {
        due = true;
    }

    void look() {
        due = false;
    }

    /** Whether people should hear of it (again) now that its worst exception is so severe. */
    boolean isNews(Severity worst) {
        return toldSeverity == null
                || worst.compareTo(toldSeverity) > 0
                || open >= (long) Math.max(1, toldCount) * GROWTH;
    }

    /** Tells this time of telling apart from every other. */
    String told(Severity worst, Instant now) {
        toldSeverity = toldSeverity == null || worst.compareTo(toldSeverity) > 0 ? worst : toldSeverity;
        toldCount = Math.max(toldCount, open);
        toldAt = now;
        return "alert/" + id + "/" + occasion + "/" + toldCount + "/" + toldSeverity;
    }

    /** Whether it has just come to its end. */
    boolean ends(Instant now) {
        boolean ends = open == 0 && overAt == null;
        if (ends) {
            overAt = now;
        }
        return ends;
    }

    String mended() {
        return "mended/" + id + "/" + occasion;
    }
}
