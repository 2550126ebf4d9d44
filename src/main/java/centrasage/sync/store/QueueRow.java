package centrasage.sync.store;

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

    int looks() {
        return looks;
    }
}
