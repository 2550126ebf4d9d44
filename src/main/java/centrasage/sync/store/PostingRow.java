package centrasage.sync.store;

import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sync.database.Ids;
import centrasage.sync.posting.PlanState;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Priority;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A posting as the store keeps it; its row is locked before its state is changed. */
@Entity
@Table(name = "posting")
@SequenceGenerator(name = Ids.GENERATOR, sequenceName = Ids.GENERATOR, allocationSize = Ids.BLOCK)
@SuppressWarnings("NullAway.Init")
class PostingRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = Ids.GENERATOR)
    private long id;

    private String company;

    @Enumerated(EnumType.STRING)
    private PostingKind kind;

    @Column(name = "source_key")
    private String sourceKey;

    @Column(name = "object_key")
    private String object;

    @Column(name = "object_rank")
    private int rank;

    @Enumerated(EnumType.STRING)
    private PostingState state;

    @Column(name = "state_since")
    private Instant since;

    @Column(name = "document_kind")
    private String documentKind;

    @Column(name = "document_key")
    private String documentKey;

    @Column(name = "document_version")
    private int version;

    @Column(name = "plan_number")
    private int planNumber;

    private @Nullable String fingerprint;
    private BigDecimal amount;
    private String currency;
    private @Nullable BigDecimal vat;

    @Column(name = "business_date")
    private LocalDate businessDate;

    private byte @Nullable [] command;
    private @Nullable String evidence;
    private @Nullable String reasons;

    @Column(name = "target_id")
    private @Nullable String targetId;

    @Column(name = "target_number")
    private @Nullable String targetNumber;

    private int attempts;

    private int priority;

    @Column(name = "ever_in_doubt")
    private boolean everInDoubt;

    @Column(name = "created_at")
    private Instant createdAt;

    PostingRow() {}

    PostingRow(Planned planned, Instant now) {
        company = planned.key().company();
        kind = planned.key().kind();
        sourceKey = planned.key().sourceKey();
        rank = kind.rank();
        priority = planned.priority().rank();
        createdAt = now;
        replan(planned, now, null);
    }

    /** Takes a new plan; only before anything may have been sent. Whoever planned to the same state has waited all along. */
    final void replan(Planned planned, Instant now, byte @Nullable [] encryptedCommand) {
        PostingState next = PlanState.of(planned.plan());
        since = next == state ? since : now;
        state = next;
        object = planned.object();
        documentKind = planned.document().kind();
        documentKey = planned.document().key();
        version = planned.document().version();
        planNumber++;
        amount = planned.amount().amount();
        currency = planned.amount().currency().getCurrencyCode();
        Money plannedVat = planned.vat();
        vat = plannedVat == null ? null : plannedVat.amount();
        businessDate = planned.businessDate();
        command = encryptedCommand;
        fingerprint = planned.fingerprint();
        List<Reason> why = PlanState.reasons(planned.plan());
        reasons = why.isEmpty() ? null : ReasonsJson.write(why);
    }

    /** Whether this plan says what the present one says already: the same command to send, or the same reasons not to. */
    boolean isPlannedAs(Planned planned, byte @Nullable [] encryptedCommand) {
        boolean sameDocument = object.equals(planned.object())
                && amount().equals(planned.amount())
                && Objects.equals(vat(), planned.vat())
                && businessDate.equals(planned.businessDate());
        if (encryptedCommand == null) {
            return sameDocument
                    && state == PlanState.of(planned.plan())
                    && reasons().equals(PlanState.reasons(planned.plan()));
        }
        return sameDocument
                && state.isUnfinished()
                && Objects.equals(fingerprint, planned.fingerprint())
                && Arrays.equals(command, encryptedCommand);
    }

    /** Takes a plan that says the same again, of a newer version perhaps. */
    void planAgain(Planned planned) {
        version = planned.document().version();
        fingerprint = planned.fingerprint();
    }

    /** @throws IllegalStateException when the table of states does not allow it: a programmer's error */
    void become(PostingState next, Instant now) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("posting " + id + " cannot go from " + state + " to " + next);
        }
        state = next;
        since = now;
        everInDoubt |= next == PostingState.IN_DOUBT;
    }

    void intend(String evidenceRead) {
        attempts++;
        evidence = evidenceRead;
    }

    void postedAs(Document document) {
        targetId = document.id();
        targetNumber = document.number();
        reasons = null;
    }

    void stoppedFor(List<Reason> why) {
        reasons = ReasonsJson.write(why);
    }

    long id() {
        return id;
    }

    PostingKey key() {
        return new PostingKey(company, kind, sourceKey);
    }

    String object() {
        return object;
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

    /** Of which source document it is the posting; nothing is sent while a newer version of that waits for its plan. */
    DocumentVersion document() {
        return new DocumentVersion(documentKind, documentKey, version);
    }

    int planNumber() {
        return planNumber;
    }

    @Nullable
    String fingerprint() {
        return fingerprint;
    }

    Money amount() {
        return Money.of(amount.stripTrailingZeros(), currency);
    }

    /** In the currency of the amount; null where none was planned. */
    @Nullable
    Money vat() {
        return vat == null ? null : Money.of(vat.stripTrailingZeros(), currency);
    }

    LocalDate businessDate() {
        return businessDate;
    }

    byte @Nullable [] command() {
        return command;
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

    @Nullable
    String targetNumber() {
        return targetNumber;
    }

    Posting toPosting() {
        return new Posting(
                id,
                key(),
                object,
                state,
                since,
                version,
                amount(),
                businessDate,
                reasons(),
                targetId,
                targetNumber,
                attempts,
                evidence,
                createdAt);
    }
}
