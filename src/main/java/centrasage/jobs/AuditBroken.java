package centrasage.jobs;

import centrasage.flow.Explained;
import java.util.List;

/** A row of the audit trail was changed, removed or slipped in. */
final class AuditBroken extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    AuditBroken(List<String> faults) {
        super("the audit trail is broken: " + String.join("; ", faults)
                + "; keep the database as it is, and tell whoever answers for it");
    }
}
