package centrasage.sync.store;

import centrasage.flow.PostingState;
import centrasage.sync.posting.Block;
import centrasage.sync.posting.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One unfinished posting; the row is gone when the posting is finished. */
@Entity
@Table(name = "posting_queue")
@SuppressWarnings("NullAway.Init")
class QueueRow {
    private static final int HOLDER_MAX = 200;
    private static final int WHY_MAX = 1000;

    @Id
    @Column(name = "posting_id")
    private long postingId;

    @Column(name = "object_key")
    private String object;

    @Column(name = "object_rank")
    private int rank;

    /** Asked for in queries only. */
    @SuppressWarnings("UnusedVariable")
    private int priority;

    /** Asked for in queries only. */
    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable")
    private Purpose purpose;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "waits_for")
    private @Nullable Long waitsFor;

    /** How often the other side was asked in vain since the posting last changed. */
    private int looks;

    @Enumerated(EnumType.STRING)
    @Column(name = "blocked_as")
    private @Nullable PostingState blockedAs;

    @Column(name = "blocked_since")
    private @Nullable Instant blockedSince;

    @Column(name = "blocked_tries")
    private int blockedTries;

    @Column(name = "blocked_by")
    private @Nullable String blockedBy;

    @Column(name = "give_up")
    private @Nullable String giveUp;

    QueueRow() {}

    QueueRow(PostingRow posting, Instant notBefore, @Nullable Long waitsFor) {
        this.postingId = posting.id();
        this.object = posting.object();
        this.rank = posting.rank();
        this.priority = posting.priority().rank();
        this.purpose = Purpose.POST;
        this.notBefore = notBefore;
        this.waitsFor = waitsFor;
    }

    void due(Purpose nextPurpose, Instant at) {
        purpose = nextPurpose;
        notBefore = at;
        looks = 0;
    }

    void lookAgain(Instant at) {
        notBefore = at;
        looks++;
    }

    long postingId() {
        return postingId;
    }

    String object() {
        return object;
    }

    int rank() {
        return rank;
    }

    boolean isLocked() {
        return blockedAs == PostingState.LOCKED;
    }

    Instant notBefore() {
        return notBefore;
    }

    int looks() {
        return looks;
    }

    /** Due at the latest then, for the same purpose. */
    void dueBy(Instant at) {
        notBefore = at.isBefore(notBefore) ? at : notBefore;
    }

    /** Not due before then. */
    void notBefore(Instant at) {
        notBefore = at.isAfter(notBefore) ? at : notBefore;
    }

    /** Met by what blocks it, once more or for the first time. */
    void blocked(PostingState as, String by, Instant now) {
        if (blockedAs != as) {
            blockedAs = as;
            blockedSince = now;
            blockedTries = 0;
        }
        blockedTries++;
        lockedBy(by);
    }

    /** Nothing is known to block it any more. */
    void unblocked() {
        blockedAs = null;
        blockedSince = null;
        blockedTries = 0;
        blockedBy = null;
    }

    /** Who holds the lock is known better now. */
    void lockedBy(String holder) {
        blockedBy = holder.isEmpty() ? null : holder.substring(0, Math.min(holder.length(), HOLDER_MAX));
    }

    @Nullable
    Block block() {
        return blockedAs == null || blockedSince == null
                ? null
                : new Block(blockedAs, blockedSince, blockedTries, blockedBy == null ? "" : blockedBy);
    }

    /** Given up as soon as it is known that nothing was left by the send that is under way. */
    void giveUpWhenNotSent(String why) {
        giveUp = why.substring(0, Math.min(why.length(), WHY_MAX));
    }

    @Nullable
    String giveUp() {
        return giveUp;
    }
}
