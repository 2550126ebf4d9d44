package centrasage.security;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who may sign in, as everybody may know them: without the password.
 *
 * @param changedAt when the password or the roles were last set
 */
public record User(String name, Set<String> roles, Instant changedAt) {}
