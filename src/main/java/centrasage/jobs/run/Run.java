package centrasage.jobs.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job.
 *
 * @param status a batch status of JSR-352, such as COMPLETED
 * @param node which node runs it or ran it
 * @param parameters what it was started with, by name; what it was not given is not among them
 * @param counts what it did, in words and numbers
 */
public record Run(
        long id,
        String job,
        String status,
        @Nullable String exitStatus,
        Instant started,
        @Nullable Instant ended,
        String startedBy,
        String node,
        Map<String, String> parameters,
        Map<String, Long> counts) {}
