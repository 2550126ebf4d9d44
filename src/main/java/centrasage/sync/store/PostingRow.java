package centrasage.sync.store;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sync.circuit.Cause;
import centrasage.sync.database.Ids;
import centrasage.sync.database.ReasonsJson;
import centrasage.sync.posting.Evidence;
import centrasage.sync.posting.PlanState;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Priority;
import centrasage.sync.totals.PostingTotals;
import centrasage.sync.totals.Tally;
import centrasage.sync.totals.Total;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A posting as the store keeps it; its row is locked before its state is changed. */
@Entity
@Table(name = "posting")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class PostingRow extends PlanRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Enumerated(EnumType.STRING)
    private PostingKind kind;

    @Column(name = "source_key")
    private String sourceKey;

    @Column(name = "object_rank")
    private int rank;

    @Enumerated(EnumType.STRING)
    private PostingState state;

    @Column(name = "state_since")
    private Instant since;

    private @Nullable String evidence;

    @Column(name = "read_before")
    private @Nullable String readBefore;

    private @Nullable String reasons;

    @Column(name = "target_id")
    private @Nullable String targetId;

    @Column(name = "target_number")
    private @Nullable String targetNumber;

    @Column(name = "target_total")
    private @Nullable BigDecimal targetTotal;

    private int attempts;

    private int priority;

    @Column(name = "ever_in_doubt")
    private boolean everInDoubt;

    @Column(name = "created_at")
    private Instant createdAt;

    private @Nullable String cause;

    private boolean gathered;

    /** Whether it is not for this company and its document went over to another one, where it counts. */
    @Column(name = "counts_elsewhere")
    private boolean elsewhere;

    /** What it counted as before the first change that the totals were not told of yet; null where it is new. */
    @Transient
    private @Nullable Total counted;

    @Transient
    private boolean changed;

    PostingRow() {}

    PostingRow(Planned planned, Instant now, Sealed sealed) {
        company = planned.key().company();
        kind = planned.key().kind();
        sourceKey = planned.key().sourceKey();
        rank = kind.rank();
        priority = planned.priority().rank();
        createdAt = now;
        replan(planned, now, sealed);
    }

    /** Takes a new plan; only before anything may have been sent. Whoever planned to the same state has waited all along. */
    final void replan(Planned planned, Instant now, Sealed sealed) {
        remember();
        PostingState next = PlanState.of(planned.plan());
        since = next == state ? since : now;
        state = next;
        plan(planned, sealed);
        List<Reason> why = PlanState.reasons(planned.plan());
        reasons = why.isEmpty() ? null : ReasonsJson.write(why);
        alone();
    }

    /** Whether this plan says what the present one says already: the same command to send, now or after another, or the same reasons not to. */
    boolean isPlannedAs(Planned planned, byte @Nullable [] encryptedCommand) {
        if (encryptedCommand == null) {
            return isOfTheSame(planned)
                    && state == PlanState.of(planned.plan())
                    && reasons().equals(PlanState.reasons(planned.plan()));
        }
        boolean isSameState = planned.plan() instanceof Plan.Post
                ? isAsDueAs(planned.plan())
                : state == PlanState.of(planned.plan()) && reasons().equals(PlanState.reasons(planned.plan()));
        return isOfTheSame(planned) && isSameState && isSentAs(planned, encryptedCommand);
    }

    /** Until it was tried once it is due at once, or after another. */
    private boolean isAsDueAs(Plan plan) {
        boolean isUntried = state == PostingState.PLANNED || state == PostingState.WAITING;
        return isUntried ? state == PlanState.of(plan) : state.isUnfinished();
    }

    /** Whether it is not written itself, and others go by what it would be. */
    boolean isKeptForOthers() {
        return state == PostingState.SKIPPED && command() != null;
    }

    /** @throws IllegalStateException when the table of states does not allow it: a programmer's error */
    void become(PostingState next, Instant now) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("posting " + id + " cannot go from " + state + " to " + next);
        }
        remember();
        state = next;
        since = now;
        everInDoubt |= next == PostingState.IN_DOUBT;
        alone();
    }

    @Override
    void amended(Command become, PlanRow by, byte @Nullable [] sealed) {
        remember();
        super.amended(become, by, sealed);
    }

    void countElsewhere(boolean does) {
        if (elsewhere != does) {
            remember();
            elsewhere = does;
        }
    }

    private void remember() {
        if (!changed) {
            counted = state == null ? null : total();
            changed = true;
        }
    }

    /** Tells the totals what has changed since they were told last. */
    void tell(PostingTotals totals) {
        if (changed) {
            totals.changed(counted, total());
            counted = null;
            changed = false;
        }
    }

    private Total total() {
        Money now = amount();
        return new Total(new Tally(kind, state, company, now.currency().getCurrencyCode(), elsewhere), 1, now.amount());
    }

    void intend(Evidence before) {
        attempts++;
        evidence = before.words();
        readBefore = before.read().isEmpty() ? null : before.read();
    }

    void postedAs(Document document) {
        targetId = document.id();
        targetNumber = document.number();
        total(document.total());
        reasons = null;
    }

    /** What the other side makes of it; in another currency it says nothing about the amount. */
    void total(Money total) {
        targetTotal = total.currency().equals(amount().currency()) ? total.amount() : null;
    }

    /** Nothing is known that it has in common with others. */
    private void alone() {
        cause = null;
        gathered = false;
    }

    /** Why it stopped, as far as it has that in common with others. */
    Cause cause() {
        Cause.Own own = new Cause.Own(
                key(),
                object(),
                amount().amount().toPlainString(),
                businessDate().toString());
        return Cause.of(own, state, reasons());
    }

    void stoppedFor(Cause common, boolean isOneOfMany) {
        cause = common.fingerprint();
        gathered = isOneOfMany;
    }

    /** Whether people are told of its cause instead. */
    boolean isGathered() {
        return gathered;
    }

    void gather() {
        gathered = true;
    }

    /** Whether it stopped for this cause, and still does. */
    boolean isStoppedFor(String common) {
        return common.equals(cause) && (state == PostingState.HELD || state == PostingState.REFUSED);
    }

    void stoppedFor(List<Reason> why) {
        reasons = why.isEmpty() ? null : ReasonsJson.write(why);
    }

    long id() {
        return id;
    }

    PostingKey key() {
        return new PostingKey(company, kind, sourceKey);
    }

    int rank() {
        return rank;
    }

    Priority priority() {
        return Priority.of(priority);
    }

    PostingState state() {
        return state;
    }

    Instant since() {
        return since;
    }

    List<Reason> reasons() {
        return reasons == null ? List.of() : ReasonsJson.read(reasons);
    }

    int attempts() {
        return attempts;
    }

    boolean everInDoubt() {
        return everInDoubt;
    }

    /** As the target wrote it down before the last send; empty before the first. */
    String readBefore() {
        return readBefore == null ? "" : readBefore;
    }

    @Nullable
    String targetNumber() {
        return targetNumber;
    }

    /** Null where the other side is not known to have one. */
    private @Nullable Money targetTotal() {
        return targetTotal == null
                ? null
                : Money.of(targetTotal.stripTrailingZeros(), amount().currency().getCurrencyCode());
    }

    Posting toPosting() {
        return new Posting(
                id,
                key(),
                object(),
                state,
                since,
                document().version(),
                amount(),
                businessDate(),
                reasons(),
                targetId,
                targetNumber,
                targetTotal(),
                attempts,
                evidence,
                createdAt,
                gathered ? cause : null);
    }
}
