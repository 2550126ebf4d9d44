package centrasage.jobs.audit;

import centrasage.sync.record.AuditSealer;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
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

    /** @throws AuditBroken when the trail is broken; the run's exit status names the faults */
    @Override
    public String process() throws AuditBroken {
        return Failing.telling(context, this::check);
    }

    private String check() throws AuditBroken {
        AuditSealer.Head head = sealer.head();
        List<String> faults = heads.check();
        counts.add(context.getExecutionId(), Map.of("sealed rows", head.number(), "faults", (long) faults.size()));
        if (!faults.isEmpty()) {
            throw new AuditBroken(faults);
        }
        return "COMPLETED";
    }
}
