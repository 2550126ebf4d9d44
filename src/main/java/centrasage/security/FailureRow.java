package centrasage.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** Wrong passwords of one window: for one account from one address, or from one address for whatever name. */
@Entity
@Table(name = "sign_in_failure")
@SuppressWarnings("NullAway.Init")
class FailureRow {
    @Id
    @Column(name = "failure_key")
    private String key;

    private String name;
    private String address;

    @Column(name = "first_at")
    private Instant firstAt;

    private int failures;

    FailureRow() {}

    FailureRow(String key, String name, String address) {
        this.key = key;
        this.name = name;
        this.address = address;
    }

    /** Counts one; a window that is over begins anew. */
    void failed(Instant now, Duration window) {
        if (firstAt == null || !firstAt.plus(window).isAfter(now)) {
            firstAt = now;
            failures = 0;
        }
        failures++;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    Instant until(Duration window) {
        return firstAt.plus(window);
    }

    int failures() {
        return failures;
    }
}
