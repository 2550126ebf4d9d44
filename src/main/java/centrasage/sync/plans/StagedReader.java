package centrasage.sync.plans;

import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staging;
import centrasage.sync.staging.Unplanned;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Reads what of one kind waits for its plan. From the beginning, also when a run goes on after its process died: what has its plan does not
 * come again, and what was put back to be planned again is older than where the run had come to.
 */
public abstract class StagedReader extends AbstractItemReader {
    private final Unplanned unplanned;
    private final JobContext context;

    /** @param kind of source document */
    protected StagedReader(Staging staging, String kind, JobContext context) {
        this.unplanned = new Unplanned(staging, kind);
        this.context = context;
    }

    /**
     * Puts back what must be planned again, before anything is read.
     *
     * @throws Exception when the mappings cannot be used: the run fails and says why, and what is staged waits
     */
    protected abstract void putBack() throws Exception;

    @Override
    public final void open(@Nullable Serializable checkpoint) throws Exception {
        Failing.doing(context, this::putBack);
    }

    @Override
    public final @Nullable Object readItem() {
        return Failing.telling(context, unplanned::next).orElse(null);
    }
}
