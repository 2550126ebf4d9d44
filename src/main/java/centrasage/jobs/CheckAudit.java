package centrasage.jobs;

import centrasage.sync.AuditSealer;
import centrasage.sync.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/**
 * The step of the job {@code audit-check}: walks the chain of the audit trail, compares it with the heads outside the
 * database, and fails when they do not agree. People are told by an exception of the desk as well.
 */
@Named
@Dependent
public class CheckAudit extends AbstractBatchlet {
    private static final int EXIT_STATUS_LENGTH = 500;

    private final AuditSealer sealer;
    private final HeadWatch heads;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    CheckAudit(AuditSealer sealer, HeadWatch heads, RunCounts counts, JobContext context) {
        this.sealer = sealer;
        this.heads = heads;
        this.counts = counts;
        this.context = context;
    }

    /** @throws IllegalStateException when the trail is broken; the run's exit status names the first fault */
    @Override
    public String process() {
        AuditSealer.Head head = sealer.head();
        List<String> faults = heads.check();
        counts.add(context.getExecutionId(), Map.of("sealed rows", head.number(), "faults", (long) faults.size()));
        if (!faults.isEmpty()) {
            String status = "FAILED: the audit trail is broken: " + faults.get(0);
            context.setExitStatus(status.substring(0, Math.min(status.length(), EXIT_STATUS_LENGTH)));
            throw new IllegalStateException("the audit trail is broken: " + String.join("; ", faults));
        }
        return "COMPLETED";
    }
}
