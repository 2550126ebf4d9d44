package centrasage.desk;

import centrasage.desk.rule.Sla;
import centrasage.flow.OrderName;
import centrasage.flow.Owner;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.store.GivingUp;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
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

    private static final int IDS_MAX = 500;
    static final String RANK = "CASE e.severity WHEN centrasage.flow.Severity.CRITICAL THEN 0"
            + " WHEN centrasage.flow.Severity.HIGH THEN 1 WHEN centrasage.flow.Severity.MEDIUM THEN 2 ELSE 3 END";

    private EntityManager entities;
    private GivingUp givingUp;
    private Deeds deeds;
    private Sla sla;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Desk() {}

    @Inject
    Desk(EntityManager entities, GivingUp givingUp, Deeds deeds, Sla sla, DatabaseTime time) {
        this.entities = entities;
        this.givingUp = givingUp;
        this.deeds = deeds;
        this.sla = sla;
        this.time = time;
    }

    /** What to look for; null means any. */
    public record Filter(
            BusinessException.@Nullable State state,
            @Nullable Severity severity,
            @Nullable Owner owner,
            @Nullable String sourceKey,
            @Nullable String currency,
            Also also) {
        /** What waits for somebody. */
        public static final Filter OPEN = new Filter(BusinessException.State.OPEN, null, null, null);

        public Filter(
                BusinessException.@Nullable State state,
                @Nullable Severity severity,
                @Nullable Owner owner,
                @Nullable String sourceKey,
                @Nullable String currency) {
            this(state, severity, owner, sourceKey, currency, Also.ANY);
        }

        public Filter(
                BusinessException.@Nullable State state,
                @Nullable Severity severity,
                @Nullable Owner owner,
                @Nullable String sourceKey) {
            this(state, severity, owner, sourceKey, null);
        }

        public Filter and(Also narrower) {
            return new Filter(state, severity, owner, sourceKey, currency, narrower);
        }

        /** Whether it is of what still is so: that is thousands at most, and can be counted and sorted. */
        public boolean isOfTheDay() {
            return state == BusinessException.State.OPEN || state == BusinessException.State.IGNORED;
        }
    }

    /**
     * What else to look for; null means any.
     *
     * @param cause what exceptions have in common, whole, as {@link BusinessException.Handling#group} has it
     * @param code the first part of that
     * @param text a part of the headline, or the beginning of a number
     * @param overdue whether nobody has seen to it in time
     */
    public record Also(
            @Nullable String company,
            @Nullable String cause,
            @Nullable String code,
            @Nullable String assignedTo,
            @Nullable String text,
            boolean overdue) {
        public static final Also ANY = new Also(null, null, null, null, null, false);
    }

    /** What comes first. */
    public enum Sort {
        /** The most money; what is critical and has no amount stands before that. */
        MONEY("CASE WHEN e.severity = centrasage.flow.Severity.CRITICAL AND e.amount = 0 THEN 0 ELSE 1 END,"
                + " e.amount DESC, " + RANK + ", e.id"),
        OLDEST("e.openedAt, e.id"),
        /** The most severe, then the oldest. */
        SEVERITY(RANK + ", e.openedAt, e.id"),
        /** The latest opened: without an end, and never counted. */
        NEWEST("e.id DESC");

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** The most severe first, then the oldest; at most {@code most} from {@code first} on. */
    @Atomic
    public List<BusinessException> list(Filter filter, int first, int most) {
        return list(filter, Sort.SEVERITY, first, most);
    }

    /** In this order; at most {@code most} from {@code first} on. Their words are read only of those. */
    @Atomic
    public List<BusinessException> list(Filter filter, Sort sort, int first, int most) {
        Conditions conditions = Conditions.of(filter, sla, time.now());
        List<Long> ids = conditions
                .set(entities.createQuery(
                        "SELECT e.id FROM ExceptionRow e" + conditions.where() + " ORDER BY " + sort.order, Long.class))
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        return all(ids);
    }

    /** The ids of all that match, in the order in which they were opened. */
    @Atomic
    public List<Long> ids(Filter filter, int most) {
        Conditions conditions = Conditions.of(filter, sla, time.now());
        return conditions
                .set(entities.createQuery(
                        "SELECT e.id FROM ExceptionRow e" + conditions.where() + " ORDER BY e.id", Long.class))
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of these ids that there are, in this order. */
    @Atomic
    public List<BusinessException> all(List<Long> ids) {
        Map<Long, BusinessException> found = byId(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    private Map<Long, BusinessException> byId(List<Long> ids) {
        Map<Long, BusinessException> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += IDS_MAX) {
            entities.createQuery("SELECT e FROM ExceptionRow e WHERE e.id IN :ids", ExceptionRow.class)
                    .setParameter("ids", ids.subList(from, Math.min(from + IDS_MAX, ids.size())))
                    .getResultList()
                    .forEach(row -> found.put(row.toException().id(), row.toException()));
        }
        return found;
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

    /** As {@link Deeds#retry}, whatever has changed meanwhile; false when nothing was done. */
    @Atomic(onDisk = true)
    public boolean retry(long id, String person) {
        return deeds.retry(Seen.asItIs(id), person).isDone();
    }

    @Atomic(onDisk = true)
    public Became retry(Seen seen, String person) {
        return deeds.retry(seen, person);
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

    /** As {@link Deeds#resolve}, whatever has changed meanwhile; false when nothing was done. */
    @Atomic(onDisk = true)
    public boolean resolve(long id, String person, String why) {
        return deeds.resolve(Seen.asItIs(id), person, why).isDone();
    }

    @Atomic(onDisk = true)
    public Became resolve(Seen seen, String person, String why) {
        return deeds.resolve(seen, person, why);
    }

    /** Gives an open exception to a person, whatever has changed meanwhile; false when there is none or it is closed. */
    @Atomic(onDisk = true)
    public boolean assign(long id, String person, String to) {
        return deeds.assign(Seen.asItIs(id), person, to).isDone();
    }

    @Atomic(onDisk = true)
    public Became assign(Seen seen, String person, String to) {
        return deeds.assign(seen, person, to);
    }

    @Atomic(onDisk = true)
    public Became ignore(Seen seen, String person, Ignoring ignoring) {
        return deeds.ignore(seen, person, ignoring);
    }

    @Atomic(onDisk = true)
    public Became unignore(Seen seen, String person) {
        return deeds.unignore(seen, person);
    }

    @Atomic(onDisk = true)
    public Became note(long id, String person, String words) {
        return deeds.note(id, person, words);
    }

    /** As {@link Deeds#look}. */
    @Atomic
    public Became look(Seen seen) {
        return deeds.look(seen);
    }

    /** As {@link Deeds#meanwhile}. */
    @Atomic
    public String meanwhile(Seen seen) {
        return deeds.meanwhile(seen);
    }

    /** How many are open of the cause of this one, itself among them. */
    @Atomic
    public long ofSameCause(BusinessException exception) {
        return entities.createQuery(
                        "SELECT COUNT(e) FROM ExceptionRow e WHERE e.state = :open AND e.groupKey = :cause"
                                + " AND e.severity = :severity",
                        Long.class)
                .setParameter("open", BusinessException.State.OPEN)
                .setParameter("cause", exception.handling().group())
                .setParameter("severity", exception.severity())
                .getSingleResult();
    }

    /** By when somebody is to have seen to it; what is over or ignored has no such moment. */
    public Optional<Instant> due(BusinessException exception) {
        return exception.state() == BusinessException.State.OPEN
                ? Optional.of(sla.due(exception.severity(), exception.handling().waitsSince()))
                : Optional.empty();
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
