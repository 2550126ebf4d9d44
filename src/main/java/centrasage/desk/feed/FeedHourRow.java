package centrasage.desk.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** How much came of a feed in an hour. */
@Entity
@Table(name = "feed_hour")
@IdClass(FeedHourRow.Key.class)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // read by queries
class FeedHourRow {
    @Id
    private String feed;

    @Id
    @Column(name = "hour_at")
    private Instant hour;

    private int counted;

    FeedHourRow() {}

    FeedHourRow(String feed, Instant hour, int counted) {
        this.feed = feed;
        this.hour = hour;
        this.counted = counted;
    }

    /** Both of its parts. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private String feed = "";
        private Instant hour = Instant.EPOCH;

        Key() {}

        Key(String feed, Instant hour) {
            this.feed = feed;
            this.hour = hour;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.feed.equals(feed) && key.hour.equals(hour);
        }

        @Override
        public int hashCode() {
            return Objects.hash(feed, hour);
        }
    }
}
