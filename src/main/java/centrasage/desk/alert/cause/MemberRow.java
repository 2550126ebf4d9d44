package centrasage.desk.alert.cause;

import centrasage.desk.BusinessException;
import centrasage.desk.Changes;
import centrasage.flow.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** An exception as it was last seen, and the cause that it belongs to. */
@Entity
@Table(name = "alert_member")
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // read by queries
class MemberRow {
    @Id
    @Column(name = "exception_id")
    private long exceptionId;

    @Column(name = "cause_id")
    private long causeId;

    /** The revision of the exception. */
    private int seen;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    private BigDecimal amount;
    private String currency;

    @Column(name = "is_open")
    private boolean open;

    @Column(name = "changed_at")
    private Instant changedAt;

    MemberRow() {}

    MemberRow(long exceptionId) {
        this.exceptionId = exceptionId;
    }

    void see(Changes.Current current, long cause) {
        BusinessException exception = current.exception();
        causeId = cause;
        seen = current.revision();
        severity = exception.severity();
        amount = exception.kind().hasAmount() ? exception.atRisk().amount() : BigDecimal.ZERO;
        currency = exception.atRisk().currency().getCurrencyCode();
        open = exception.state() == BusinessException.State.OPEN;
        changedAt = exception.changedAt();
    }

    long causeId() {
        return causeId;
    }

    boolean isOpen() {
        return open;
    }
}
