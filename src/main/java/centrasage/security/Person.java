package centrasage.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Who began a session, and when.
 *
 * @param account as it was then: when it has changed, the session is over
 */
record Person(String name, Instant account, Instant since) implements Serializable {
    static Person of(Account account, Instant now) {
        return new Person(account.name(), account.changedAt(), now);
    }

    boolean isStill(Account now) {
        return account.equals(now.changedAt());
    }

    /** However busy it is: a page that refreshes itself keeps a session from ever being idle. */
    boolean isOlderThan(Duration most, Instant now) {
        return now.isAfter(since.plus(most));
    }
}
