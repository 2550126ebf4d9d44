package centrasage.jobs.nightly;

import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.store.Erasure;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The step of the job {@code retention}: destroys the keys of orders older than {@code retention.personal-data}. An order with an
 * unfinished posting waits until it is finished: its address is still needed.
 */
@Named
@Dependent
public class ErasePersonalData extends AbstractBatchlet {
    private static final int PAGE = 200;

    private final Erasure erasure;
    private final RunCounts counts;
    private final JobContext context;
    private final Clock clock;
    private final Period keep;
    private volatile boolean stopped;

    @Inject
    ErasePersonalData(
            Erasure erasure,
            RunCounts counts,
            JobContext context,
            Clock clock,
            @ConfigProperty(name = "retention.personal-data") String keep) {
        this.erasure = erasure;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
        this.keep = Period.parse(keep);
    }

    @Override
    public String process() {
        return Failing.telling(context, this::erase);
    }

    private String erase() {
        Instant limit = clock.instant().atZone(ZoneOffset.UTC).minus(keep).toInstant();
        long erased = 0;
        List<String> page = erasure.finishedBefore(limit, PAGE);
        while (!page.isEmpty() && !stopped) {
            for (String subject : page) {
                erased += erasure.eraseFinished(subject, "retention") ? 1 : 0;
            }
            page = erasure.finishedBefore(limit, PAGE);
        }
        counts.add(context.getExecutionId(), Map.of("erased", erased));
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
