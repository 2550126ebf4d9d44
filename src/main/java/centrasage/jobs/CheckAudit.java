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
import java.util.Optional;

/** The step of the job {@code audit-check}: walks the chain of the audit trail and fails when it is broken. */
@Named
@Dependent
public class CheckAudit extends AbstractBatchlet {
    private final AuditSealer sealer;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    CheckAudit(AuditSealer sealer, RunCounts counts, JobContext context) {
        this.sealer = sealer;
        this.counts = counts;
        this.context = context;
    }

    /** @throws IllegalStateException when the trail is broken; the run's exit status names the first fault */
    @Override
    public String process() {
        AuditSealer.Head head = sealer.head();
        List<String> faults = sealer.check(Optional.of(head));
        counts.add(context.getExecutionId(), Map.of("sealed rows", head.number(), "faults", (long) faults.size()));
        if (!faults.isEmpty()) {
            context.setExitStatus("FAILED: the audit trail is broken: " + faults.get(0));
            throw new IllegalStateException("the audit trail is broken: " + String.join("; ", faults));
        }
        return "COMPLETED";
    }
}
