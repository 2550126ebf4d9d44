package centrasage.desk.alert.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a channel fares. */
@Entity
@Table(name = "alert_channel")
@SuppressWarnings("NullAway.Init")
class ChannelRow {
    private static final int ERROR_MAX = 400;

    @Id
    private String name;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "failed_at")
    private @Nullable Instant failedAt;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    private @Nullable String error;

    ChannelRow() {}

    ChannelRow(String name) {
        this.name = name;
    }

    void sent(Instant now) {
        sentAt = now;
        failingSince = null;
    }

    void failed(Instant now, String why) {
        failedAt = now;
        if (failingSince == null) {
            failingSince = now;
        }
        error = why.substring(0, Math.min(why.length(), ERROR_MAX));
    }

    ChannelState toState(long waiting) {
        return new ChannelState(name, sentAt, failedAt, failingSince, error, waiting);
    }
}
