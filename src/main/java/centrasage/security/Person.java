package centrasage.security;

import java.io.Serializable;
import java.time.Instant;

/**
 * Who began a session.
 *
 * @param account as it was then: when it has changed, the session is over
 */
record Person(String name, Instant account) implements Serializable {
    static Person of(Account account) {
        return new Person(account.name(), account.changedAt());
    }

    boolean isStill(Account now) {
        return account.equals(now.changedAt());
    }
}
