package centrasage.settlements.proof;

import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingVersions;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The step {@code prove}: what is finished is put aside, and each clearing bank is held against what is open in it. */
@Named
@Dependent
public class ProveClearing extends AbstractBatchlet {
    private static final int LOOKS = 5;

    private final FinishedBatches finished;
    private final Proving proving;
    private final MappingVersions versions;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    ProveClearing(
            FinishedBatches finished, Proving proving, MappingVersions versions, RunCounts counts, JobContext context) {
        this.finished = finished;
        this.proving = proving;
        this.versions = versions;
        this.counts = counts;
        this.context = context;
    }

    /** @throws Exception when the mappings cannot be read, or Sage cannot be asked for its balances */
    @Override
    public String process() throws Exception {
        return Failing.telling(context, () -> {
            prove(versions.current().mappings());
            return "COMPLETED";
        });
    }

    /** A company that cannot be asked keeps no other from its proof: the run fails once all is told. */
    private void prove(Mappings mappings) throws TargetUnavailable, InterruptedException {
        long done = finished.putAside();
        ClearingBook.Looked looked = proving.prove(mappings, LOOKS);
        List<Clearing> banks = looked.banks();
        long proven = banks.stream().filter(Clearing::isProvenInBoth).count();
        counts.add(
                context.getExecutionId(),
                Map.of(
                        "batches finished", done,
                        "clearing banks proven", proven,
                        "clearing banks that differ", banks.size() - proven));
        looked.all();
    }
}
