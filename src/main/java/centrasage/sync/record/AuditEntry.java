package centrasage.sync.record;

import java.time.Instant;

/**
 * Who did what to what, when; no personal data of a customer.
 *
 * @param actor a person's sign-in name, or the worker that did it
 * @param action a deed, or {@link #LOOK}
 * @param subject such as {@code 33/ORDER/10234}
 */
public record AuditEntry(Instant occurredAt, String actor, String action, String subject, String detail) {
    /** Somebody only looked. */
    public static final String LOOK = "LOOKED";

    public boolean isLook() {
        return action.equals(LOOK);
    }
}
