package centrasage.desk;

import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Severity;
import centrasage.flow.event.ChangeResolved;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.GivingUp;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people see of the open and resolved exceptions, and what they may do with them. */
@ApplicationScoped
public class Desk {
    /** Who opens and closes exceptions where no person does, as the audit trail names it. */
    public static final String ITSELF = "desk";

    private EntityManager entities;
    private Staging staging;
    private GivingUp givingUp;
    private Audit audit;
    private DatabaseTime time;
    private Event<ChangeResolved> resolved;

    @SuppressWarnings("NullAway.Init")
    Desk() {}

    @Inject
    Desk(
            EntityManager entities,
            Staging staging,
            GivingUp givingUp,
            Audit audit,
            DatabaseTime time,
            Event<ChangeResolved> resolved) {
        this.entities = entities;
        this.staging = staging;
        this.givingUp = givingUp;
        this.audit = audit;
        this.time = time;
        this.resolved = resolved;
    }

    /** What to look for; null means any. */
    public record Filter(
            BusinessException.@Nullable State state,
            @Nullable Severity severity,
            @Nullable Owner owner,
            @Nullable String sourceKey,
            @Nullable String currency) {

        public Filter(
                BusinessException.@Nullable State state,
                @Nullable Severity severity,
                @Nullable Owner owner,
                @Nullable String sourceKey) {
            this(state, severity, owner, sourceKey, null);
        }
    }

    /** The most severe first, then the oldest; at most {@code most} from {@code first} on. */
    @Atomic
    public List<BusinessException> list(Filter filter, int first, int most) {
        Conditions conditions = Conditions.of(filter);
        TypedQuery<ExceptionRow> query = entities.createQuery(
                "SELECT e FROM ExceptionRow e" + conditions.where()
                        + " ORDER BY CASE e.severity WHEN centrasage.flow.Severity.CRITICAL THEN 0"
                        + " WHEN centrasage.flow.Severity.HIGH THEN 1 WHEN centrasage.flow.Severity.MEDIUM THEN 2"
                        + " ELSE 3 END, e.openedAt, e.id",
                ExceptionRow.class);
        conditions.values().forEach(query::setParameter);
        return query.setFirstResult(first).setMaxResults(most).getResultList().stream()
                .map(ExceptionRow::toException)
                .toList();
    }

    @Atomic
    public Optional<BusinessException> get(long id) {
        return Optional.ofNullable(entities.find(ExceptionRow.class, id)).map(ExceptionRow::toException);
    }

    /** The exception of a cause under which postings are gathered; empty until it is told. */
    @Atomic
    public Optional<BusinessException> ofCause(String circuit) {
        return entities
                .createQuery("SELECT e FROM ExceptionRow e WHERE e.cause = :cause", ExceptionRow.class)
                .setParameter("cause", Causes.of(circuit))
                .getResultList()
                .stream()
                .findFirst()
                .map(ExceptionRow::toException);
    }

    /** The exceptions of the causes under which these postings are gathered. */
    @Atomic
    public List<BusinessException> ofCauses(List<Posting> postings) {
        return postings.stream()
                .map(Posting::cause)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(circuit -> ofCause(circuit).stream())
                .toList();
    }

    /**
     * Plans the order of an exception again with what is true now; the exception closes itself if that helps. What is tried by itself
     * is tried now instead. A posting that was given up is taken up again by it. What is posted stays as it is, and so does what was found wanting about it: a plan
     * would only be compared with it once more, and say the same of the same version.
     *
     * @return false when there is no such exception, or nothing to plan again; then nothing was done
     */
    @Atomic(onDisk = true)
    public boolean retry(long id, String person) {
        ExceptionRow row = entities.find(ExceptionRow.class, id);
        if (row == null) {
            return false;
        }
        boolean givenUp = settled(row) == PostingState.ABANDONED;
        boolean plannable = givenUp || (row.isOpen() && row.toException().kind().isPlannable());
        Long posting = row.postingId();
        if (row.isOpen() && posting != null && row.toException().kind().isTriedByItself()) {
            return triedNow(row, posting, person);
        }
        if (plannable && posting != null && givingUp.sendAgain(posting, person)) {
            audit.write(person, "RETRY", row.subject(), "sent again");
            return true;
        }
        DocumentVersion source = posting == null
                ? new DocumentVersion(OrderName.DOCUMENT, row.toException().sourceKey(), 0)
                : givingUp.source(posting);
        boolean isPlannedByItsJob = source.kind().equals(DocumentVersion.SETTLEMENT);
        if (!plannable || !(isPlannedByItsJob || staging.planAgain(source.kind(), source.key()))) {
            return false;
        }
        audit.write(person, "RETRY", row.subject(), givenUp ? "taken up again, and planned again" : "planned again");
        if (givenUp) {
            givingUp.takeUp(Objects.requireNonNull(row.postingId()), person);
        }
        return true;
    }

    private boolean triedNow(ExceptionRow row, long posting, String person) {
        boolean tried = givingUp.tryNow(posting);
        if (tried) {
            audit.write(person, "RETRY", row.subject(), "tried now");
        }
        return tried;
    }

    /** The kind of the source document that an exception is about, such as {@code order}; of those about nothing else, the same. */
    @Atomic
    public String sourceKind(long id) {
        ExceptionRow row = entities.find(ExceptionRow.class, id);
        if (row != null && row.toException().kind().isOfMany()) {
            return Causes.sourceKind(row);
        }
        Long posting = row == null ? null : row.postingId();
        return posting == null ? OrderName.DOCUMENT : givingUp.source(posting).kind();
    }

    /**
     * Closes an exception with a person's words. What was held or refused, or is locked or parked, is given up with it: the person
     * has settled the matter elsewhere, so that no later plan may send it.
     *
     * @return false when there is none, it is closed, or it stands for many: {@link OneCause} closes that
     */
    @Atomic(onDisk = true)
    public boolean resolve(long id, String person, String why) {
        ExceptionRow row = entities.find(ExceptionRow.class, id);
        if (row == null) {
            return false;
        }
        settled(row);
        if (!row.isOpen() || row.toException().kind().isOfMany()) {
            return false;
        }
        row.resolve(person + ": " + why, time.now());
        audit.write(person, "RESOLVED", row.subject(), why);
        Long posting = row.postingId();
        if (posting != null && row.toException().kind().givesUp()) {
            givingUp.giveUp(posting, person, why);
        }
        if (posting != null && row.toException().kind() == BusinessException.Kind.CHANGED_AFTER_POSTING) {
            resolved.fire(new ChangeResolved(givingUp.source(posting)));
        }
        return true;
    }

    /** The state of its posting, held until the transaction ends, and the exception as it is under it; null where it has none. */
    private @Nullable PostingState settled(ExceptionRow row) {
        Long posting = row.postingId();
        if (posting == null) {
            return null;
        }
        PostingState state = givingUp.settled(posting);
        entities.refresh(row);
        return state;
    }

    /** Gives an open exception to a person; false when there is none or it is closed. */
    @Atomic(onDisk = true)
    public boolean assign(long id, String person, String to) {
        ExceptionRow row = entities.find(ExceptionRow.class, id);
        if (row == null) {
            return false;
        }
        settled(row);
        if (!row.isOpen()) {
            return false;
        }
        row.assign(to, time.now());
        audit.write(person, "ASSIGNED", row.subject(), "to " + to);
        return true;
    }

    /** How many are open and what is at risk, by currency. */
    @Atomic
    public Map<String, Money> atRisk() {
        Map<String, Money> sums = new LinkedHashMap<>();
        entities.createQuery(
                        "SELECT e.currency, SUM(e.amount) FROM ExceptionRow e WHERE e.state = :open"
                                + " GROUP BY e.currency ORDER BY e.currency",
                        Object[].class)
                .setParameter("open", BusinessException.State.OPEN)
                .getResultList()
                .forEach(row -> sums.put(
                        (String) row[0],
                        Money.of(((java.math.BigDecimal) row[1]).stripTrailingZeros(), (String) row[0])));
        return sums;
    }

    @Atomic
    public long open() {
        return entities.createQuery("SELECT COUNT(e) FROM ExceptionRow e WHERE e.state = :open", Long.class)
                .setParameter("open", BusinessException.State.OPEN)
                .getSingleResult();
    }
}
