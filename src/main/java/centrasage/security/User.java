package centrasage.security;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who may sign in, as everybody may know them: without the password.
 *
 * @param changedAt when the password or the roles were last set
 * @param mustChange whether they have to choose another password before anything else
 * @param local whether they have a password here, rather than being signed in by the company's provider
 */
public record User(String name, Set<String> roles, Instant changedAt, boolean mustChange, boolean local) {}
