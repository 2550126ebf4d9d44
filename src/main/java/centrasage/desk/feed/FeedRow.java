package centrasage.desk.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A feed, and when it last brought anything. */
@Entity
@Table(name = "feed")
@SuppressWarnings("NullAway.Init")
class FeedRow {
    @Id
    private String name;

    @Column(name = "known_at")
    private Instant knownAt;

    @Column(name = "seen_at")
    private @Nullable Instant seenAt;

    FeedRow() {}

    FeedRow(String name, Instant now) {
        this.name = name;
        knownAt = now;
    }

    void seen(Instant at) {
        if (seenAt == null || seenAt.isBefore(at)) {
            seenAt = at;
        }
    }

    String name() {
        return name;
    }

    /** From when on it may be missed. */
    Instant knownAt() {
        return knownAt;
    }

    @Nullable
    Instant seenAt() {
        return seenAt;
    }
}
