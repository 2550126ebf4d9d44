package centrasage.console.connect;

import centrasage.sync.record.AuditEntry;
import java.time.Instant;

/**
 * What a person did about the sign-in to Sage 200, as the page tells it.
 *
 * @param detail Sage ID's words, or ours; empty where the title says it all
 */
public record Deed(Instant at, String person, String title, String detail) {
    static final String BEGUN = "SAGE_SIGN_IN_BEGUN";
    static final String DONE = "SAGE_SIGN_IN_DONE";
    static final String REFUSED = "SAGE_SIGN_IN_REFUSED";

    static Deed of(AuditEntry entry) {
        return switch (entry.action()) {
            case BEGUN -> new Deed(entry.occurredAt(), entry.actor(), "Went to Sage ID", "");
            case DONE -> new Deed(entry.occurredAt(), entry.actor(), "Connected", "");
            case REFUSED -> new Deed(entry.occurredAt(), entry.actor(), "Not connected", entry.detail());
            default -> new Deed(entry.occurredAt(), entry.actor(), entry.action(), entry.detail());
        };
    }
}
