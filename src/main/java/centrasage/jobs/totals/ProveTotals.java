package centrasage.jobs.totals;

import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.totals.Total;
import centrasage.sync.totals.TotalsProof;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/**
 * A step of the job {@code retention}: counts all postings and compares that with their totals. Wrong ones are put right, and the run
 * fails, so that people are told.
 */
@Named
@Dependent
public class ProveTotals extends AbstractBatchlet {
    private final TotalsProof proof;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    ProveTotals(TotalsProof proof, RunCounts counts, JobContext context) {
        this.proof = proof;
        this.counts = counts;
        this.context = context;
    }

    /** @throws TotalsDiffered when they were wrong */
    @Override
    public String process() throws TotalsDiffered {
        return Failing.telling(context, this::prove);
    }

    private String prove() throws TotalsDiffered {
        List<Total> missing = proof.missing().isEmpty() ? List.of() : proof.mend();
        counts.add(context.getExecutionId(), Map.of("totals wrong", (long) missing.size()));
        if (!missing.isEmpty()) {
            throw new TotalsDiffered(missing);
        }
        return "COMPLETED";
    }
}
