package centrasage.security;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who may sign in, as stored now.
 *
 * @param changedAt when the password or the roles were last set: a session that began before is over
 */
record Account(String name, String passwordHash, Set<String> roles, Instant changedAt) {
    /** Hashes must not end in a log. */
    @Override
    public String toString() {
        return "Account[" + name + ", roles=" + roles + ", changedAt=" + changedAt + "]";
    }
}
