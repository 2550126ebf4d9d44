package centrasage.jobs;

import centrasage.sync.AuditSealer;
import centrasage.sync.Failing;
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

    /** @throws AuditBroken when the trail is broken; the run's exit status names the faults */
    @Override
    public String process() throws AuditBroken {
        return Failing.telling(context, this::check);
    }

    private String check() throws AuditBroken {
        AuditSealer.Head head = sealer.head();
        List<String> faults = sealer.check(Optional.of(head));
        counts.add(context.getExecutionId(), Map.of("sealed rows", head.number(), "faults", (long) faults.size()));
        if (!faults.isEmpty()) {
            throw new AuditBroken(faults);
        }
        return "COMPLETED";
    }
}
