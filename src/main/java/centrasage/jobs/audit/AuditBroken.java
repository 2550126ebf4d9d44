package centrasage.jobs.audit;

import centrasage.flow.Explained;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the audit trail was changed, removed or slipped in. */
public final class AuditBroken extends Exception implements Explained {
    private static final long serialVersionUID = 1L;

    private static final String WORDS = "the audit trail is broken: ";

    AuditBroken(List<String> faults) {
        super(WORDS + String.join("; ", faults) + "; keep the database as it is, and tell whoever answers for it");
    }

    /** Whether this exit status of a run tells of a broken trail. */
    public static boolean says(@Nullable String exitStatus) {
        return exitStatus != null && exitStatus.contains(WORDS);
    }
}
