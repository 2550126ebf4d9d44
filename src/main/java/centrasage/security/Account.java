package centrasage.security;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who may sign in, as stored now.
 *
 * @param changedAt when the password or the roles were last set: a session that began before is over
 * @param mustChange whether somebody else chose the password, so that another comes before anything else
 */
record Account(String name, String passwordHash, Set<String> roles, Instant changedAt, boolean mustChange) {
    /** Whether it has a password here, rather than being signed in by the company's provider alone. */
    boolean isLocal() {
        return !passwordHash.isEmpty();
    }

    /** Hashes must not end in a log. */
    @Override
    public String toString() {
        return "Account[" + name + ", roles=" + roles + ", changedAt=" + changedAt + "]";
    }
}
