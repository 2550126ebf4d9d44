package centrasage.desk;

import centrasage.desk.rule.CauseKey;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.money.Money;
import centrasage.sync.database.Ids;
import centrasage.sync.database.ReasonsJson;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cause, of one posting or of the application itself; it is opened, resolved and reopened, and never deleted. */
@Entity
@Table(name = "business_exception")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class ExceptionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String cause;

    @Enumerated(EnumType.STRING)
    private BusinessException.Kind kind;

    @Enumerated(EnumType.STRING)
    private Severity severity;

    @Enumerated(EnumType.STRING)
    private Owner owner;

    @Enumerated(EnumType.STRING)
    private BusinessException.State state;

    private String company;

    @Column(name = "source_key")
    private String sourceKey;

    @Column(name = "posting_id")
    private @Nullable Long postingId;

    private BigDecimal amount;
    private String currency;
    private String headline;
    private String reasons;

    @Column(name = "assigned_to")
    private @Nullable String assignedTo;

    private @Nullable String note;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** Whether what it tells of was seen to be over; then the same words are news again. */
    @Column(name = "cause_gone")
    private boolean causeGone;

    /** As {@link CauseKey} writes it; empty in what was open before that was kept, until the first look. */
    @Column(name = "group_key")
    private String groupKey = "";

    @Column(name = "waits_since")
    private @Nullable Instant waitsSince;

    @Column(name = "ignored_until")
    private @Nullable Instant ignoredUntil;

    @Column(name = "ignored_why")
    private @Nullable String ignoredWhy;

    /** How often what a person sees of it has changed; each time stands in the audit trail. */
    private int edition;

    @Version
    private int revision;

    ExceptionRow() {}

    /** @param postingId null where it is about the application itself: then no company belongs to it either */
    ExceptionRow(String cause, @Nullable Long postingId, String company, String sourceKey) {
        this.cause = cause;
        this.postingId = postingId;
        this.company = company;
        this.sourceKey = sourceKey;
    }

    /** Opens it, reopens it, or words it anew with what is known now; what is ignored stays so unless {@link #isBackBy}. */
    void open(Matter matter, Owner whose, Instant now) {
        if (!isOpen()) {
            openedAt = now;
            note = null; // how it ended before is in the audit trail
            back(now);
        }
        kind = matter.kind();
        severity = matter.severity();
        owner = whose;
        amount = matter.atRisk().abs().amount();
        currency = matter.atRisk().currency().getCurrencyCode();
        headline = cut(matter.headline());
        reasons = ReasonsJson.write(matter.reasons());
        groupKey = group();
        changedAt = now;
        causeGone = false;
    }

    private String group() {
        return CauseKey.of(kind.isOfPlan(), company, ReasonsJson.read(reasons).get(0))
                .key();
    }

    /** Fills in what was not kept when it was opened. */
    void complete() {
        groupKey = group();
        waitsSince = openedAt;
    }

    /** Whether somebody who decides about it as it was would decide about something else. */
    boolean isOtherBy(Matter matter) {
        return severity != matter.severity()
                || isOtherMoney(matter)
                || !codes(ReasonsJson.read(reasons)).equals(codes(matter.reasons()));
    }

    /** Whether what is ignored has to be seen again. */
    boolean isBackBy(Matter matter) {
        return isIgnored() && (matter.severity().compareTo(severity) > 0 || isOtherMoney(matter));
    }

    private boolean isOtherMoney(Matter matter) {
        return !currency.equals(matter.atRisk().currency().getCurrencyCode())
                || amount.compareTo(matter.atRisk().abs().amount()) != 0;
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).sorted().toList();
    }

    private static String cut(String sentence) {
        return sentence.substring(0, Math.min(sentence.length(), 400));
    }

    /** Whether it is open and says all of this already. */
    boolean tells(Matter matter) {
        return isOpen()
                && kind == matter.kind()
                && severity == matter.severity()
                && !isOtherMoney(matter)
                && headline.equals(cut(matter.headline()))
                && says(matter.reasons());
    }

    /** What it told of is over, whoever has closed it. */
    void causeIsGone() {
        causeGone = true;
    }

    boolean isCauseGone() {
        return causeGone;
    }

    void resolve(String why, Instant now) {
        state = BusinessException.State.RESOLVED;
        note = why.substring(0, Math.min(why.length(), 1000));
        ignoredUntil = null;
        ignoredWhy = null;
        changes(now);
    }

    /** Nobody need see to it before then. */
    void ignore(Instant until, String why, Instant now) {
        state = BusinessException.State.IGNORED;
        ignoredUntil = until;
        ignoredWhy = why.substring(0, Math.min(why.length(), 1000));
        changes(now);
    }

    /** It waits for somebody, from now on. */
    void back(Instant now) {
        state = BusinessException.State.OPEN;
        ignoredUntil = null;
        ignoredWhy = null;
        waitsSince = now;
        changes(now);
    }

    /** Somebody who has seen it before has not seen this. */
    void changes(Instant now) {
        edition++;
        changedAt = now;
    }

    /** False when it is as severe already. */
    boolean worsen(Severity than, Instant now) {
        boolean worse = than.compareTo(severity) > 0;
        if (worse) {
            severity = than;
            changes(now);
        }
        return worse;
    }

    void assign(String person, Instant now) {
        assignedTo = person;
        changes(now);
    }

    boolean says(List<Reason> because) {
        return reasons.equals(ReasonsJson.write(because));
    }

    /** Null where it is about no posting. */
    @Nullable
    Long postingId() {
        return postingId;
    }

    /** One exception belongs to each. */
    String cause() {
        return cause;
    }

    /** What it is called in the audit trail. */
    String subject() {
        return "exception/" + id;
    }

    int revision() {
        return revision;
    }

    /** Ignored or not: what it tells of is so. */
    boolean isOpen() {
        return state == BusinessException.State.OPEN || isIgnored();
    }

    boolean isIgnored() {
        return state == BusinessException.State.IGNORED;
    }

    boolean isIgnoredAt(Instant now) {
        return isIgnored() && ignoredUntil != null && ignoredUntil.isAfter(now);
    }

    BusinessException.Kind kind() {
        return kind;
    }

    int edition() {
        return edition;
    }

    BusinessException toException() {
        return new BusinessException(
                id,
                kind,
                severity,
                owner,
                state,
                company,
                sourceKey,
                Money.of(amount.stripTrailingZeros(), currency),
                headline,
                ReasonsJson.read(reasons),
                assignedTo,
                note,
                openedAt,
                changedAt,
                new BusinessException.Handling(
                        edition, groupKey, waitsSince == null ? openedAt : waitsSince, ignoredUntil, ignoredWhy));
    }
}
