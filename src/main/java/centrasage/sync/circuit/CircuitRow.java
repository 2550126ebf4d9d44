package centrasage.sync.circuit;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.sync.database.ReasonsJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cause whose circuit is open; the row is gone when it is closed and everything that waited for it goes on. */
@Entity
@Table(name = "posting_circuit")
@SuppressWarnings("NullAway.Init")
class CircuitRow {
    @Id
    private String cause;

    private String company;

    @Enumerated(EnumType.STRING)
    private PostingKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "failed_as")
    private PostingState failedAs;

    private String reasons;

    @Column(name = "opened_at")
    private Instant openedAt;

    /** When the next is tried; empty of what is held, where there is nothing to try. */
    @Column(name = "next_probe")
    private @Nullable Instant nextProbe;

    /** Which posting is tried. */
    private @Nullable Long probe;

    /** Since when it is over: what stopped before that goes out again. */
    @Column(name = "released_at")
    private @Nullable Instant releasedAt;

    CircuitRow() {}

    CircuitRow(Cause of) {
        cause = of.fingerprint();
        company = of.company();
        kind = of.kind();
        failedAs = of.failedAs();
    }

    /** Opens it, or opens it again while what had waited for it still goes out. */
    void open(Cause of, Instant now, Duration untilProbed) {
        reasons = ReasonsJson.write(of.reasons());
        openedAt = now;
        releasedAt = null;
        probe = null;
        nextProbe = failedAs == PostingState.REFUSED ? now.plus(untilProbed) : null;
    }

    boolean isOpen() {
        return releasedAt == null;
    }

    void probe(long posting) {
        probe = posting;
    }

    void probeBy(Instant at) {
        nextProbe = nextProbe == null || at.isBefore(nextProbe) ? at : nextProbe;
    }

    void release(Instant now) {
        releasedAt = now;
        probe = null;
        nextProbe = null;
    }

    OpenCircuit toCircuit() {
        return new OpenCircuit(cause, new Cause(company, kind, failedAs, because()), openedAt, releasedAt);
    }

    private List<Reason> because() {
        return ReasonsJson.read(reasons);
    }
}
