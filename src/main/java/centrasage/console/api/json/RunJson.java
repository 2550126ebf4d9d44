package centrasage.console.api.json;

import centrasage.jobs.run.Run;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job.
 *
 * @param parameters what it was started with, such as the days of {@code reconcile}; empty where it goes by the settings alone
 * @param node which node runs it or ran it
 */
@Schema(name = "Run", description = "One execution of a job; its status is one of JSR-352's")
public record RunJson(
        long id,
        String job,
        String status,
        @Nullable String exitStatus,

        @Schema(type = SchemaType.STRING, format = "date-time")
        Instant started,

        @Schema(type = SchemaType.STRING, format = "date-time") @Nullable
        Instant ended,

        Map<String, String> parameters,
        Map<String, Long> counts,
        String startedBy,
        String node) {
    public static RunJson of(Run run) {
        return new RunJson(
                run.id(),
                run.job(),
                run.status(),
                run.exitStatus(),
                run.started(),
                run.ended(),
                run.parameters(),
                run.counts(),
                run.startedBy(),
                run.node());
    }
}
